// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/alarms/rule.h"

#include <algorithm>

namespace alarms {

bool holds(double value, Comparison comparison, double limit)
{
    switch (comparison) {
    case Comparison::AtLeast: return value >= limit;
    case Comparison::Above: return value > limit;
    case Comparison::AtMost: return value <= limit;
    case Comparison::Below: break;
    }
    return value < limit;
}

bool isUpward(Comparison comparison)
{
    return comparison == Comparison::AtLeast || comparison == Comparison::Above;
}

const Rule* Plan::rule(const QString& id) const
{
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const Rule& one) { return one.id == id; });
    return found == rules.end() ? nullptr : &*found;
}

namespace {

bool isAmong(const QStringList& senders, const QString& sender)
{
    return std::any_of(senders.begin(), senders.end(), [&](const QString& one) {
        return one.startsWith(QLatin1String("*@")) ? sender.endsWith(one.mid(1), Qt::CaseInsensitive) : one.compare(sender, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

bool Plan::trusts(const city::Alert& message) const
{
    using Signature = city::Alert::Signature;
    if (message.signature == Signature::Invalid) return false;
    return isAmong(trusted, message.sender) || (message.signature == Signature::Valid && isAmong(trustedSigned, message.sender));
}

} // namespace alarms
