# SPDX-License-Identifier: GPL-3.0-or-later
# cmake --install and the Debian package (cpack -G DEB in the build folder).
include(GNUInstallDirs)

install(TARGETS cityops RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
foreach(folder packs scales styles themes icons help catalogue)
    install(DIRECTORY resources/${folder} DESTINATION ${CMAKE_INSTALL_DATADIR}/cityops
            PATTERN derive EXCLUDE)
endforeach()
install(FILES resources/desktop/org.cityops.CityOps.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES resources/desktop/org.cityops.CityOps.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES resources/desktop/org.cityops.CityOps.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES resources/desktop/cityops-wall@.service DESTINATION lib/systemd/user)
install(FILES resources/man/cityops.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES resources/completion/cityops DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES resources/desktop/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/cityops)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME cityops)
set(CPACK_PACKAGE_CONTACT "CityOps <cityops@cityops.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Loads a city's GIS layers and its live open-data feeds and shows
traffic, air quality, disaster alerts and crowd flow on a map, with
charts that lead from the whole city down to a single station.
Every number says where it came from and how old it is.")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Found at run time, so the linker does not know of them.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, proj-data, ca-certificates")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-noto-cjk, qt6-translations-l10n, qt6-speech-speechd-plugin | qt6-speech-flite-plugin")
include(CPack)
