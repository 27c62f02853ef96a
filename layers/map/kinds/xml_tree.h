// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"

#include <QHash>
#include <QString>
#include <vector>

namespace map {

/// An element of a small XML document, with its attributes and the elements in it; text is left out.
struct XmlElement {
    QString name;
    QHash<QString, QString> attributes;
    std::vector<XmlElement> children;

    QString attribute(const char* key) const { return attributes.value(QLatin1String(key)); }
    /// The first child of that name; an empty element where there is none.
    const XmlElement& child(const char* wanted) const;
    std::vector<const XmlElement*> all(const char* wanted) const;
};

/// Reads a document with limits: 4 MiB, 64 levels, 100,000 elements, no entities of its own; nothing outside
/// it is read.
city::Result<XmlElement> readXmlTree(const QByteArray& text);

} // namespace map
