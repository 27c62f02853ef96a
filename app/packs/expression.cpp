// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/expression.h"

#include <QRegularExpression>
#include <cmath>

namespace app {

namespace {

using What = Expression::What;

/// The words of one expression, read from left to right. The first mistake stays; after it nothing more is
/// read.
class Reader {
public:
    Reader(const QString& text, const Vocabulary& names) : m_names(names)
    {
        static const QRegularExpression word(QStringLiteral("[<>]=?|=|[^\\s<>=]+"));
        for (auto found = word.globalMatch(text.left(500)); found.hasNext();)
            m_words << found.next().captured();
        m_expression.text = text.simplified();
    }

    city::Result<Expression> read()
    {
        const QString first = next();
        if (first.isEmpty())
            fail({QT_TRANSLATE_NOOP("Message", "is empty; something like \"worst aqi\" was expected")});
        else if (first == QLatin1String("count") || first == QLatin1String("share") || first == QLatin1String("soon"))
            readCount(first);
        else if (first == QLatin1String("people"))
            m_expression.what = What::People;
        else
            readQuantity(first);
        readCondition();
        if (!m_problem && m_at < m_words.size())
            fail({QT_TRANSLATE_NOOP("Message", "\"%1\" was not expected here"), {m_words[m_at]}});
        if (m_problem) return *m_problem;
        return m_expression;
    }

private:
    QString next() { return m_words.value(m_at++); }
    bool take(QLatin1String word)
    {
        if (m_problem || m_words.value(m_at) != word) return false;
        ++m_at;
        return true;
    }

    void fail(city::Message text)
    {
        if (!m_problem) m_problem = city::Problem{{}, {}, std::move(text)};
    }

    void readCount(const QString& aggregate)
    {
        m_expression.aggregate = aggregate;
        m_expression.kind = next();
        if (m_expression.kind == QLatin1String("alerts") && aggregate == QLatin1String("count")) {
            m_expression.what = What::Alerts;
            m_expression.kind.clear();
        } else if (m_names.eventKinds.contains(m_expression.kind) && aggregate != QLatin1String("soon")) {
            m_expression.what = What::Events;
        } else {
            m_expression.what = What::Places;
            if (!m_names.placeKinds.contains(m_expression.kind))
                fail(m_names.unknown(Name::Kind, m_expression.kind));
        }
    }

    void readQuantity(const QString& aggregate)
    {
        static const QStringList known{
            QStringLiteral("worst"),  QStringLiteral("sum"),   QStringLiteral("mean"),
            QStringLiteral("median"), QStringLiteral("max"),   QStringLiteral("min"),
            QStringLiteral("count"),  QStringLiteral("share"), QStringLiteral("soon"),
            QStringLiteral("people")};
        if (!known.contains(aggregate)) {
            fail({QT_TRANSLATE_NOOP("Message", "begins with \"%1\"; expected one of: %2"),
                  {aggregate, known.join(QStringLiteral(", "))}});
            return;
        }
        m_expression.aggregate = aggregate;
        m_expression.quantity = knownQuantity(next());
        if (!take(QLatin1String("of"))) return;
        m_expression.kind = next();
        if (!m_problem && !m_names.isKind(m_expression.kind))
            fail(m_names.unknown(Name::Kind, m_expression.kind));
    }

    QString knownQuantity(const QString& name)
    {
        if (!m_names.quantities.contains(name)) fail(m_names.unknown(Name::Quantity, name));
        return name;
    }

    void readCondition()
    {
        static const QStringList comparisons{QStringLiteral(">"), QStringLiteral(">="), QStringLiteral("<"),
                                             QStringLiteral("<="), QStringLiteral("=")};
        if (!take(QLatin1String("where"))) {
            const bool needed =
                m_expression.what == What::People || m_expression.aggregate == QLatin1String("share") || m_expression.aggregate == QLatin1String("soon");
            if (needed)
                fail({QT_TRANSLATE_NOOP(
                    "Message", "needs a condition: \"where\", a quantity, a comparison and a number")});
            return;
        }
        if (m_expression.what == What::Alerts) {
            fail({QT_TRANSLATE_NOOP("Message", "alerts have no condition")});
            return;
        }
        m_expression.whereQuantity =
            comparisons.contains(m_words.value(m_at)) ? m_expression.quantity : knownQuantity(next());
        m_expression.comparison = next();
        if (m_expression.whereQuantity.isEmpty())
            fail({QT_TRANSLATE_NOOP("Message", "the condition names no quantity")});
        if (!comparisons.contains(m_expression.comparison))
            fail({QT_TRANSLATE_NOOP("Message", "\"%1\" is no comparison; expected one of: %2"),
                  {m_expression.comparison, comparisons.join(QLatin1Char(' '))}});
        bool ok = false;
        const QString number = next();
        m_expression.threshold = number.toDouble(&ok);
        if (!ok || !std::isfinite(m_expression.threshold))
            fail({QT_TRANSLATE_NOOP("Message", "\"%1\" stands where a number was expected"), {number}});
    }

    const Vocabulary& m_names;
    QStringList m_words;
    qsizetype m_at = 0;
    Expression m_expression;
    std::optional<city::Problem> m_problem;
};

} // namespace

city::Result<Expression> parseExpression(const QString& text, const Vocabulary& names)
{
    return Reader(text, names).read();
}

} // namespace app
