// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/main_window.h"
#include "app/shell/report_dialog.h"
#include "app/shell/tour.h"
#include "tests/support/test_main.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

/// What a person can reach with the keyboard or press, and so has to be called something. Parts of one control (the
/// field within a number box, the cross within a search box, the sheet within a scrolled view) are spoken with it.
bool isControl(const QWidget* widget)
{
    const QWidget* parent = widget->parentWidget();
    if (!widget->isVisible() || widget->objectName().startsWith(u"qt_"_s) || qobject_cast<const QScrollBar*>(widget)) return false;
    for (const char* whole : {"QAbstractSpinBox", "QComboBox", "QLineEdit", "QAbstractScrollArea"})
        if (parent && parent->inherits(whole) && !(qstrcmp(whole, "QAbstractScrollArea") == 0 && widget->inherits("QAbstractButton"))) return false;
    if (qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QComboBox*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
        qobject_cast<const QAbstractSpinBox*>(widget))
        return true;
    return widget->focusPolicy() & Qt::TabFocus;
}

QStringList namelessIn(QWidget* top)
{
    QStringList all;
    for (QWidget* widget : top->findChildren<QWidget*>()) {
        if (!isControl(widget)) continue;
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
        if (spoken && !spoken->text(QAccessible::Name).isEmpty() && spoken->role() != QAccessible::NoRole) continue;
        QStringList path;
        for (QWidget* one = widget; one && path.size() < 4; one = one->parentWidget())
            path.prepend(u"%1(%2)"_s.arg(QString::fromLatin1(one->metaObject()->className()), one->objectName()));
        all << path.join(u" > "_s);
    }
    return all;
}

/// Every control that takes the focus by Tab and is there to be used.
QSet<QWidget*> stopsIn(QWidget* top)
{
    QSet<QWidget*> all;
    for (QWidget* widget : top->findChildren<QWidget*>())
        if (widget->window() == top && widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy() &&
            !widget->objectName().startsWith(u"qt_"_s))
            all.insert(widget);
    return all;
}

/// Those Tab leads to from where the focus is, until it comes round.
QSet<QWidget*> walked(QWidget* top)
{
    QSet<QWidget*> seen;
    for (int step = 0; step < 2000; ++step) {
        QWidget* at = QApplication::focusWidget();
        if (at && seen.contains(at)) break;
        if (at) seen.insert(at);
        QTest::keyClick(at ? at : top, Qt::Key_Tab);
    }
    return seen;
}

QString nameOf(const QWidget* widget)
{
    return u"%1 “%2” %3"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->accessibleName(), widget->objectName());
}

} // namespace

/// Reports from the window, and what a newcomer finds: a tour, and a name on every control.
class ReportWindowTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    app::Language m_language;
    std::unique_ptr<app::MainWindow> m_window;

    app::ReportDialog* dialog() const { return m_window->findChild<app::ReportDialog*>(); }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        const QString resources = qEnvironmentVariable("CITYOPS_RESOURCES");
        app::RunOptions options;
        options.source = app::RunOptions::Source::Demo;
        options.pack = resources + u"/packs/taipei"_s;
        options.speed = 0;
        options.language = u"en"_s;
        m_window = std::make_unique<app::MainWindow>(resources, options, m_language);
        m_window->resize(1600, 900);
        m_window->show();
        m_window->open(options);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isReady(), 120'000);
    }

    void cleanupTestCase() { m_window.reset(); }

    void everyControlHasAName_data()
    {
        QTest::addColumn<QString>("action");
        for (const char* action : {"", "dashboard-2", "dashboard-3", "dashboard-4", "dashboard-5", "feeds"})
            QTest::newRow(*action ? action : "overview") << QString::fromLatin1(action);
    }

    void everyControlHasAName()
    {
        QFETCH(QString, action);
        if (!action.isEmpty()) m_window->actions().ask(action);
        QTest::qWait(0);
        const QStringList nameless = namelessIn(m_window.get());
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
        if (action == u"feeds"_s) m_window->actions().ask(action);
    }

    /// The whole window by Tab alone: each control is come by, whatever dashboard is open.
    void tabLeadsToEveryControl_data() { everyControlHasAName_data(); }
    void tabLeadsToEveryControl()
    {
        QFETCH(QString, action);
        if (!action.isEmpty()) m_window->actions().ask(action);
        QTest::qWait(0);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->setFocus();
        const QSet<QWidget*> seen = walked(m_window.get());
        QStringList missed;
        for (const QWidget* one : stopsIn(m_window.get()) - seen)
            missed << nameOf(one);
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u'\n')));
        QVERIFY2(seen.size() > 15, qPrintable(QString::number(seen.size())));
        if (action == u"feeds"_s) m_window->actions().ask(action);
    }

    void theTourLeadsThroughTheWindow()
    {
        m_window->actions().ask(u"tour"_s);
        auto* tour = m_window->findChild<app::Tour*>();
        QVERIFY(tour);
        QCOMPARE(tour->count(), 5);
        for (int step = 0; step < 5; ++step) {
            QCOMPARE(tour->step(), step);
            QVERIFY(!tour->accessibleName().isEmpty() && tour->isVisible());
            QVERIFY2(m_window->rect().contains(tour->geometry()), qPrintable(QString::number(step)));
            if (step == 2) {
                QTest::keyClick(tour, Qt::Key_Left);
                QCOMPARE(tour->step(), 1);
                QTest::keyClick(tour, Qt::Key_Right);
            }
            QTest::keyClick(tour, Qt::Key_Return);
        }
        QTRY_VERIFY(!m_window->findChild<app::Tour*>());
        m_window->actions().ask(u"tour"_s);
        QTest::keyClick(m_window->findChild<app::Tour*>(), Qt::Key_Escape);
        QTRY_VERIFY(!m_window->findChild<app::Tour*>());
    }

    void aReportIsShownAndSavedWithTheKeyboard()
    {
        QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
        QVERIFY(dialog());
        QSignalSpy shown(dialog(), &app::ReportDialog::shown);
        QVERIFY(shown.wait(60'000));
        QVERIFY(dialog()->report());
        QCOMPARE(dialog()->report()->id, u"morning-brief"_s);
        QVERIFY(!dialog()->report()->stamp.isEmpty());
        QVERIFY2(namelessIn(dialog()).isEmpty(), qPrintable(namelessIn(dialog()).join(u'\n')));
        QSignalSpy saved(dialog(), &app::ReportDialog::saved);
        const QString file = m_folder.filePath(u"brief.pdf"_s);
        dialog()->save(file);
        QVERIFY(saved.wait(60'000));
        QVERIFY(QFile(file).size() > 10'000);
        QSignalSpy failed(dialog(), &app::ReportDialog::failed);
        dialog()->save(m_folder.filePath(u"nowhere/brief.pdf"_s));
        QVERIFY(failed.wait(60'000));
        QVERIFY(!failed[0][0].toString().isEmpty());
    }

    void anotherReportReplacesThePreview()
    {
        QVERIFY(dialog());
        QSignalSpy shown(dialog(), &app::ReportDialog::shown);
        auto* which = dialog()->findChild<QComboBox*>();
        which->setCurrentIndex(which->findData(u"feed-attainment"_s));
        QVERIFY(shown.wait(60'000));
        QTRY_COMPARE(dialog()->report()->id, u"feed-attainment"_s);
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog());
    }
};

CITYOPS_TEST(QApplication, ReportWindowTest)
#include "report_window_test.moc"
