# SPDX-License-Identifier: GPL-3.0-or-later
# cmake --install and the Debian package (cpack -G DEB in the build folder).
include(GNUInstallDirs)

install(TARGETS cityops RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
foreach(folder packs scales styles themes icons help)
    install(DIRECTORY resources/${folder} DESTINATION ${CMAKE_INSTALL_DATADIR}/cityops
            PATTERN derive EXCLUDE)
endforeach()
install(FILES resources/desktop/org.cityops.CityOps.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES resources/desktop/org.cityops.CityOps.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES resources/desktop/org.cityops.CityOps.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/cityops RENAME copyright)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME cityops)
set(CPACK_PACKAGE_CONTACT "The CityOps founders <founders@cityops.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Found at run time, so the linker does not know of them.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, proj-data, ca-certificates")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-noto-cjk, qt6-translations-l10n")
include(CPack)
