// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "widgets/theme/theme.h"

#include <QDir>
#include <QGuiApplication>
#include <cmath>

using namespace widgets;

namespace {

using Linear = std::array<double, 3>;
using Matrix = std::array<Linear, 3>;

/// How the colours of a screen look to people who lack one kind of cone: Machado, Oliveira and Fernandes, "A
/// physiologically-based model for simulation of color vision deficiency", IEEE TVCG 15 (2009), severity 1.0;
/// on linear RGB.
const std::map<QByteArray, Matrix>& visions()
{
    static const std::map<QByteArray, Matrix> all{{"usual", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
                                                  {"protanopia",
                                                   {{{0.152286, 1.052583, -0.204868},
                                                     {0.114503, 0.786281, 0.099216},
                                                     {-0.003882, -0.048116, 1.051998}}}},
                                                  {"deuteranopia",
                                                   {{{0.367322, 0.860646, -0.227968},
                                                     {0.280085, 0.672501, 0.047413},
                                                     {-0.011820, 0.042940, 0.968881}}}},
                                                  {"tritanopia",
                                                   {{{1.255528, -0.076749, -0.178779},
                                                     {-0.078411, 0.930809, 0.147602},
                                                     {0.004733, 0.691367, 0.303900}}}}};
    return all;
}

double toLinear(double c)
{
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

Linear seen(const QColor& colour, const Matrix& by)
{
    const Linear own{toLinear(colour.redF()), toLinear(colour.greenF()), toLinear(colour.blueF())};
    Linear made{};
    for (std::size_t i = 0; i < 3; ++i)
        made[i] = std::clamp(by[i][0] * own[0] + by[i][1] * own[1] + by[i][2] * own[2], 0.0, 1.0);
    return made;
}

double luminance(const Linear& c)
{
    return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
}

double contrastOf(const Linear& a, const Linear& b)
{
    const double one = luminance(a) + 0.05, other = luminance(b) + 0.05;
    return std::max(one, other) / std::min(one, other);
}

/// CIE L*a*b*, D65.
Linear lab(const Linear& c)
{
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = f((0.4124564 * c[0] + 0.3575761 * c[1] + 0.1804375 * c[2]) / 0.95047),
                 y = f(0.2126729 * c[0] + 0.7151522 * c[1] + 0.0721750 * c[2]),
                 z = f((0.0193339 * c[0] + 0.1191920 * c[1] + 0.9503041 * c[2]) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/// CIE 1976; 2.3 is just noticeable side by side, 10 at a glance.
double difference(const Linear& a, const Linear& b)
{
    const Linear one = lab(a), other = lab(b);
    return std::hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

constexpr double atAGlance = 10, symbol = 3;

} // namespace

/// The colours of alarms, in the window and on the wall, for people who lack one kind of cone: told from each
/// other, from what is grey, and standing off from every ground. Shape, word and number say the same besides.
class ColourVisionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void alarmsAreToldApart_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("vision");
        for (const QString& file : QDir(qEnvironmentVariable("CITYOPS_RESOURCES") + QStringLiteral("/themes"))
                                       .entryList({QStringLiteral("*.json")}))
            for (const auto& [name, matrix] : visions())
                QTest::newRow(file.chopped(5).toLatin1() + ", " + name) << file.chopped(5) << name;
    }
    void alarmsAreToldApart()
    {
        QFETCH(QString, id);
        QFETCH(QByteArray, vision);
        const auto theme = readTheme(qEnvironmentVariable("CITYOPS_RESOURCES"), id);
        QVERIFY(theme.ok());
        const Matrix& eye = visions().at(vision);
        const auto& alarms = theme->alarms;
        const auto differ = [&](const QColor& a, const QColor& b, double least) {
            const double found = difference(seen(a, eye), seen(b, eye));
            QVERIFY2(
                found >= least,
                qPrintable(QStringLiteral("%1 and %2 differ by %3 only").arg(a.name(), b.name()).arg(found)));
        };
        for (std::size_t i = 0; i < alarms.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                differ(alarms[i].colour, alarms[j].colour, atAGlance);
                QVERIFY(alarms[i].shape != alarms[j].shape);
            }
            for (const QColor& other : {theme->data, theme->noData, theme->muted, theme->accent, theme->text})
                differ(alarms[i].colour, other, 1.5 * atAGlance);
            for (const QColor& ground : {theme->ground, theme->surface, theme->raised, theme->mapGround}) {
                const double found = contrastOf(seen(alarms[i].colour, eye), seen(ground, eye));
                QVERIFY2(found >= symbol, qPrintable(QStringLiteral("%1 on %2 has a contrast of %3")
                                                         .arg(alarms[i].colour.name(), ground.name())
                                                         .arg(found)));
            }
        }
    }

    void theSimulationIsThatOfThePaper()
    {
        // White stays white; what differs in red and green only grows alike without one of those cones.
        for (const auto& [name, matrix] : visions())
            QVERIFY(difference(seen(Qt::white, matrix), seen(Qt::white, visions().at("usual"))) < 0.5);
        const QColor red(200, 60, 60), green(110, 110, 20);
        const double usual = difference(seen(red, visions().at("usual")), seen(green, visions().at("usual")));
        QVERIFY(difference(seen(red, visions().at("deuteranopia")),
                           seen(green, visions().at("deuteranopia"))) < usual / 2);
    }
};

CITYOPS_TEST(QGuiApplication, ColourVisionTest)
#include "colour_vision_test.moc"
