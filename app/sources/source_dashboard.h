// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sources/source_addition.h"

namespace app {

/// The parts of dashboards that show a source, as items of YAML lists. Both must outlive it.
class SourceDashboard {
public:
    SourceDashboard(const SourceAddition& addition, const city::QuantityCatalogue& known)
        : m_addition(addition), m_known(known)
    {
    }

    QStringList layers() const;
    QStringList tiles() const;
    QStringList charts() const;
    QString table() const;
    /// A dashboard of the source alone.
    QString dashboard(int order) const;

private:
    city::LocalText nameOf(const QString& kind) const;
    city::LocalText nameOfQuantity(const QString& quantity) const;
    QString aggregateOf(const QString& quantity) const;
    QString colouring(const QString& quantity) const;

    const SourceAddition& m_addition;
    const city::QuantityCatalogue& m_known;
};

} // namespace app
