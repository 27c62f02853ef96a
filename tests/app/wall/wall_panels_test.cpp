// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wall/type_scale.h"
#include "app/wall/wall_panels.h"
#include "tests/support/test_main.h"

#include <QApplication>

/// What is too long for a wall: an alarm is read whole, a sentence ends with a clause, half a name is not shown. Two texts
/// that differ behind what fits look the same; two that are read whole do not.
class WallPanelsTest : public QObject {
    Q_OBJECT

    widgets::Theme m_theme;

    static QImage seen(QWidget& widget, const QSize& size)
    {
        widget.resize(size);
        return widget.grab().toImage();
    }

    QImage alarm(const QString& title) const
    {
        app::WallAlarm panel;
        panel.setTheme(m_theme);
        panel.setAdvice({title, QStringLiteral("Xinyi"), {}}, 1);
        return seen(panel, {860, 780});
    }
    QImage foot(const QString& sentence) const
    {
        app::WallFoot panel;
        panel.setTheme(m_theme);
        panel.setSentence(sentence, 0);
        return seen(panel, {1920, panel.height()});
    }
    QImage head(const QString& place) const
    {
        app::WallHead panel;
        panel.setTheme(m_theme);
        panel.setTitle(QStringLiteral("Overview"), place);
        return seen(panel, {1200, panel.height()});
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto theme = widgets::readTheme(qEnvironmentVariable("CITYOPS_RESOURCES"), QStringLiteral("dark"));
        QVERIFY(theme.ok());
        m_theme = app::scaled(*theme, {1210.0 / 1920, 4});
    }

    void theTitleOfAnAlarmIsReadWhole()
    {
        QVERIFY(alarm(QStringLiteral("Streets are flooded")) != alarm(QStringLiteral("Streets are flooding")));
        const QString longer = QStringLiteral("Water in the underpass of the western railway station stands ");
        QVERIFY(alarm(longer + QStringLiteral("high")) != alarm(longer + QStringLiteral("low")));
    }

    void aSentenceEndsWithAClause()
    {
        const QString first = QStringLiteral("Extreme alert: thunderstorm in Songshan and Xinyi, since 16:40; ");
        QVERIFY(foot(first + QStringLiteral("calm")) != foot(first + QStringLiteral("warm"))); // Both fit.
        const QString rest = QStringLiteral("evere alert: landslides in the hills of the south and of the east, since 15:10");
        QCOMPARE(foot(first + QLatin1Char('S') + rest), foot(first + QLatin1Char('M') + rest));
        // A first clause that is too long is better than nothing.
        QVERIFY(foot(QString(300, QLatin1Char('a'))) != foot(QString()));
    }

    void halfANameIsNotShown()
    {
        const QString district = QStringLiteral(" > Xinyi"), city = QString(80, QLatin1Char('T'));
        QCOMPARE(head(city + district), head(QStringLiteral("Xinyi")));
        QCOMPARE(head(city), head(QString()));
        QVERIFY(head(QStringLiteral("Xinyi")) != head(QString()));
    }
};

CITYOPS_TEST(QApplication, WallPanelsTest)
#include "wall_panels_test.moc"
