// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace widgets {

/// One stored observation that went into a number, or would have.
struct WhyInput {
    QString place, value, observed, age, received, feed;
    QString state; ///< "fresh"; why it was left out.
};

/// All there is to say of where one number comes from: scale and version, averaging, inputs, usual. Texts are
/// ready to read.
struct WhyAnswer {
    QString title, number;
    QStringList lines;
    std::vector<WhyInput> inputs; ///< The first of them, worst first.
    int inputCount = 0;           ///< All of them.

    /// To be pasted elsewhere: the lines, then the inputs as lines of tab-separated text.
    QString toText() const
    {
        QStringList text{number.isEmpty() ? title : title + QStringLiteral(": ") + number};
        text += lines;
        for (const WhyInput& one : inputs)
            text << QStringList{one.place,    one.value, one.observed, one.age,
                                one.received, one.feed,  one.state}
                        .join(QLatin1Char('\t'));
        return text.join(QLatin1Char('\n')) + QLatin1Char('\n');
    }
};

} // namespace widgets
