# SPDX-License-Identifier: GPL-3.0-or-later
"""What QGIS sees of a history file: qgis_store.py FILE PICTURE

Opens its layers "latest" and "place" as QGIS does when the file is added, prints a line for each feature of "latest", the
number of places, and how many pixels of a map of both, labelled with the values, are not empty."""
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from qgis.core import (QgsApplication, QgsCoordinateReferenceSystem, QgsMapRendererParallelJob, QgsMapSettings,
                       QgsPalLayerSettings, QgsVectorLayer, QgsVectorLayerSimpleLabeling)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor


def opened(file, name):
    layer = QgsVectorLayer(f"{file}|layername={name}", name, "ogr")
    if not layer.isValid():
        sys.exit(f"QGIS does not open {name} of {file}")
    return layer


def drawn(layers, picture):
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    settings.setOutputSize(QSize(800, 600))
    settings.setBackgroundColor(QColor("white"))
    extent = settings.fullExtent()
    extent.grow(1000)
    settings.setExtent(extent)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    image.save(picture)
    white = QColor("white").rgb()
    return sum(image.pixel(x, y) != white for x in range(image.width()) for y in range(image.height()))


def main():
    application = QgsApplication([], False)
    application.initQgis()
    latest, place = opened(sys.argv[1], "latest"), opened(sys.argv[1], "place")
    for feature in latest.getFeatures():
        at = feature.geometry()
        where = "nowhere" if at.isNull() else f"{at.asPoint().x():.4f},{at.asPoint().y():.4f}"
        print(f'{feature["place"]} {feature["quantity"]} {feature["value"]} {feature["unit"]} {where}')
    print(f"places {place.featureCount()} {latest.crs().authid()}")
    label = QgsPalLayerSettings()
    label.fieldName = "value"
    latest.setLabeling(QgsVectorLayerSimpleLabeling(label))
    latest.setLabelsEnabled(True)
    print(f"painted {drawn([latest, place], sys.argv[2])}")
    del latest, place
    application.exitQgis()


main()
