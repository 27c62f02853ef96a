// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/report_dialog.h"

#include "app/reports/pages.h"
#include "app/reports/write_report.h"
#include "app/shell/when_done.h"
#include "layers/city/threads.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QStandardPaths>
#include <QtConcurrent>

namespace app {

namespace {

QImage pictureOf(const Report& report, const widgets::Theme& theme, int page, int width, double ratio)
{
    const paper::Pages pages(report, theme);
    const double scale = width * ratio / pages.size().width();
    QImage image((pages.size() * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(theme.surface);
    QPainter painter(&image);
    painter.scale(scale / ratio, scale / ratio);
    pages.paint(painter, std::min(page, pages.count() - 1));
    return image;
}

} // namespace

ReportDialog::ReportDialog(Session& session, const RunOptions& options, const QString& resources, const QString& language, QWidget* parent)
    : QDialog(parent), m_session(session), m_options(options), m_language(language)
{
    if (auto theme = widgets::readTheme(resources, QStringLiteral("light")); theme.ok()) m_theme = theme.value();
    setWindowTitle(tr("Make a report"));
    resize(QSize(1020, 760).boundedTo(screen()->availableSize() - QSize(24, 48)));
    build();
    m_soon.setSingleShot(true);
    m_soon.setInterval(250);
    connect(&m_soon, &QTimer::timeout, this, &ReportDialog::make);
    m_soon.start();
}

ReportDialog::~ReportDialog() = default;

void ReportDialog::build()
{
    const auto named = [](QWidget* widget, const QString& name) { widget->setAccessibleName(name); };
    m_which = new QComboBox(this);
    for (const ReportSpec& spec : m_session.pack().reports)
        m_which->addItem(spec.title.in(m_language), spec.id);
    named(m_which, tr("Report"));
    m_where = new QComboBox(this);
    addAreas();
    named(m_where, tr("Area"));
    m_purpose = new QLabel(this);
    m_purpose->setWordWrap(true);
    m_purpose->setTextFormat(Qt::PlainText);
    m_note = new QPlainTextEdit(this);
    m_note->setPlaceholderText(tr("Text by hand, where the report has room for it"));
    m_note->setTabChangesFocus(true);
    named(m_note, tr("Note"));
    m_state = new QLabel(this);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_progress = new QProgressBar(this);
    m_progress->setTextVisible(false);
    named(m_progress, tr("Progress"));
    m_cancel = new QPushButton(tr("Cancel"), this);
    m_save = new QPushButton(tr("Save as…"), this);
    m_save->setDefault(true);
    auto* close = new QPushButton(tr("Close"), this);

    auto* form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->addRow(tr("&Report"), m_which);
    form->addRow(m_purpose);
    form->addRow(tr("&Area"), m_where);
    form->addRow(tr("&Note"), m_note);
    auto* left = new QVBoxLayout;
    left->addLayout(form);
    left->addWidget(m_state);
    left->addWidget(m_progress);
    left->addWidget(m_cancel);
    left->addStretch(1);
    left->addWidget(m_save);
    left->addWidget(close);

    m_paper = new QScrollArea(this);
    m_paper->setAlignment(Qt::AlignHCenter);
    m_paper->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the page is as wide as there is room
    m_page = new QLabel(m_paper);
    m_page->setAccessibleName(tr("Preview of the page"));
    m_paper->setWidget(m_page);
    named(m_paper, tr("Preview"));
    m_number = new QSpinBox(this);
    m_number->setRange(1, 1);
    m_number->setPrefix(tr("Page "));
    named(m_number, tr("Page"));
    auto* right = new QVBoxLayout;
    right->addWidget(m_paper, 1);
    right->addWidget(m_number, 0, Qt::AlignHCenter);
    auto* row = new QHBoxLayout(this);
    auto* side = new QWidget(this);
    side->setLayout(left);
    left->setContentsMargins(0, 0, 0, 0);
    auto* room = new QScrollArea(this); // large text on a small screen: all of it can be scrolled to
    room->setFrameShape(QFrame::NoFrame);
    room->setFocusPolicy(Qt::NoFocus);
    room->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    room->setWidgetResizable(true);
    room->setWidget(side);
    room->setFixedWidth(296);
    row->addWidget(room);
    row->addLayout(right, 1);

    connect(m_which, &QComboBox::currentIndexChanged, this, [this] { m_soon.start(); });
    connect(m_where, &QComboBox::currentIndexChanged, this, [this] { m_soon.start(); });
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] { m_soon.start(); });
    connect(m_number, &QSpinBox::valueChanged, this, &ReportDialog::drawPage);
    connect(m_save, &QPushButton::clicked, this, &ReportDialog::askWhere);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_making.reset();
        ++m_asked;
        idle(tr("Cancelled."));
    });
}

// The whole pack, and what is in focus from the outermost in.
void ReportDialog::addAreas()
{
    const city::AreaTree& areas = *m_session.pack().areas;
    m_where->addItem(m_session.pack().title.in(m_language), QString());
    QList<int> path;
    for (int area = areas.find(m_session.focus().current().area); area >= 0; area = areas.at(area).parent)
        path.prepend(area);
    for (const int area : path)
        m_where->addItem(areas.at(area).name.in(m_language), areas.at(area).code);
    m_where->setCurrentIndex(m_where->count() - 1);
}

ReportOrder ReportDialog::order() const
{
    ReportOrder made;
    made.report = m_which->currentData().toString();
    made.area = m_where->currentData().toString();
    made.language = m_language;
    made.note = m_note->toPlainText();
    // Of the moment that is looked at: with the bar of time in the past, of that.
    made.to = std::chrono::floor<std::chrono::minutes>(m_session.now());
    const ReportSpec* spec = m_session.pack().report(made.report);
    made.from = made.to - (spec ? spec->range : city::Duration(std::chrono::hours(24)));
    const bool hindsight = !m_session.time().isLive() && m_session.time().knowledge() == history::Knowledge::Now;
    made.asOf = hindsight ? std::chrono::floor<std::chrono::minutes>(m_session.run().clock().now()) : made.to;
    return made;
}

void ReportDialog::make()
{
    const ReportOrder wanted = order();
    const ReportSpec* spec = m_session.pack().report(wanted.report);
    if (!spec) return idle(tr("This city's pack has no reports. What one needs: page “report” of the help."));
    m_purpose->setText(spec->purpose.in(m_language));
    const int asked = ++m_asked;
    ReportJob job{m_session.run().pack(), m_options, *spec, {wanted}, m_theme, tr("DEMO DATA"), &m_session.run(), m_session.time().isLive() ? nullptr : m_session.city().snapshot};
    m_making = std::make_unique<ReportMaking>(std::move(job));
    connect(m_making.get(), &ReportMaking::told, this, &ReportDialog::busy);
    connect(m_making.get(), &ReportMaking::failed, this, [this](const city::Message& why) {
        idle(why.toString());
        Q_EMIT failed(why.toString());
    });
    connect(m_making.get(), &ReportMaking::gathered, this, [this, asked](std::vector<ReportInput> inputs) {
        if (asked == m_asked) take(std::move(inputs));
    });
    busy(tr("Looking at the city…"));
    m_making->start();
}

void ReportDialog::take(std::vector<ReportInput> inputs)
{
    busy(tr("Making the pages…"));
    const int asked = m_asked;
    using Made = std::pair<std::shared_ptr<const Report>, int>;
    auto making = QtConcurrent::run(&city::workThreads(), [input = std::move(inputs.front())]() -> Made {
        auto report = std::make_shared<const Report>(buildReport(input));
        return {report, paper::Pages(*report, input.theme).count()};
    });
    whenDone(making, this, [this, asked](const Made& made) {
        if (asked != m_asked) return;
        m_report = made.first;
        m_number->setRange(1, made.second);
        m_number->setSuffix(tr(" of %1").arg(made.second));
        drawPage();
    });
}

void ReportDialog::drawPage()
{
    if (!m_report) return;
    const int drawn = ++m_drawn;
    const int width = std::max(300, m_paper->viewport()->width() - 8);
    auto drawing = QtConcurrent::run(&city::workThreads(), [report = m_report, theme = m_theme, page = m_number->value() - 1, width, ratio = devicePixelRatioF()] {
        return pictureOf(*report, theme, page, width, ratio);
    });
    whenDone(drawing, this, [this, drawn](const QImage& image) {
        if (drawn != m_drawn) return;
        m_page->setPixmap(QPixmap::fromImage(image));
        m_page->resize((QSizeF(image.size()) / image.devicePixelRatio()).toSize());
        m_page->setAccessibleDescription(m_report->title);
        m_paper->verticalScrollBar()->setValue(0);
        idle(tr("Code %1. Data of %2.").arg(m_report->evidence.code, m_report->dataTime));
        Q_EMIT shown();
    });
}

void ReportDialog::resizeEvent(QResizeEvent* event)
{
    QDialog::resizeEvent(event);
    drawPage();
}

void ReportDialog::askWhere()
{
    if (!m_report) return;
    QStringList filters;
    for (const QString& ending : reportFormats())
        filters << QStringLiteral("*.") + ending;
    const QString name = QStringList{m_report->id, m_report->order.area}.join(QLatin1Char('-')) + QStringLiteral(".pdf");
    const QString file = QFileDialog::getSaveFileName(this, tr("Save the report"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + QLatin1Char('/') + name, tr("Reports (%1)").arg(filters.join(QLatin1Char(' '))));
    if (!file.isEmpty()) save(file);
}

void ReportDialog::save(const QString& file)
{
    busy(tr("Writing…"));
    m_save->setEnabled(false);
    auto writing = QtConcurrent::run(&city::workThreads(), [report = m_report, theme = m_theme, file] { return writeReport(*report, theme, file); });
    whenDone(writing, this, [this](const city::Result<QStringList>& written) {
        idle(written.ok() ? tr("Saved: %1").arg(written->join(QStringLiteral(", "))) : written.problem().toString());
        if (written.ok())
            Q_EMIT saved(*written);
        else
            Q_EMIT failed(written.problem().toString());
    });
}

void ReportDialog::busy(const QString& what)
{
    m_state->setText(what);
    m_progress->setRange(0, 0);
    m_progress->show();
    m_cancel->setEnabled(true);
    m_save->setEnabled(m_report != nullptr);
}

void ReportDialog::idle(const QString& what)
{
    m_state->setText(what);
    m_progress->setRange(0, 1);
    m_progress->hide();
    m_cancel->setEnabled(false);
    m_save->setEnabled(m_report != nullptr);
}

} // namespace app
