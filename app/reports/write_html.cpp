// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/format.h"
#include "app/reports/evidence.h"
#include "app/reports/pieces.h"
#include "app/reports/record.h"
#include "app/reports/write_report.h"

#include <QBuffer>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgGenerator>

/// A report as one web page that needs nothing else: no script, no font, no picture from elsewhere.
namespace app {

namespace {

constexpr double width = 178 * paper::mm; ///< Of drawings, as on paper.

/// Builds the page; every text that goes in is escaped.
class Html {
public:
    Html(const Report& report, const widgets::Theme& theme) : m_report(report), m_style(paper::Style::of(theme)) {}

    QByteArray page();

private:
    static QString esc(const QString& text) { return text.toHtmlEscaped(); }
    void put(const QString& html) { m_out += html + QLatin1Char('\n'); }
    QString colour(const QColor& one) const { return one.name(); }
    QString css() const;
    QString number(const Figure& figure, const QString& shown) const;
    QString svg(const paper::Piece& piece, const QString& label);
    void head();
    void block(const ReportBlock& block);
    void tiles(const TilesBlock& block);
    void table(const TableBlock& block);
    void alerts(const AlertsBlock& block);
    void impact(const ImpactBlock& block);
    void headlines(const HeadlinesBlock& block);
    void paragraphs(const QString& text);
    void evidence();

    const Report& m_report;
    paper::Style m_style;
    QString m_out;
    int m_drawings = 0;
};

QString Html::css() const
{
    const widgets::Theme& theme = m_style.theme;
    QStringList families;
    for (const QString& family : theme.families)
        families << QLatin1Char('"') + family + QLatin1Char('"');
    QString text = QStringLiteral(
        "body{font:15px/1.5 FAMILIES,system-ui,sans-serif;color:TEXT;background:SURFACE;margin:0 auto;max-width:60rem;padding:2rem 1.25rem;"
        "font-variant-numeric:tabular-nums}h1{font-size:2rem;line-height:1.2;margin:.2rem 0}h2{font-size:1.1rem;border-top:2px solid TEXT;"
        "padding-top:.4rem;margin:2.2rem 0 .8rem}h3{font-size:.9rem;margin:1rem 0 .2rem}p{margin:.3rem 0}.muted,small{color:MUTED}"
        ".stamp{display:inline-block;background:STAMP;color:SURFACE;font-weight:700;padding:.15rem .7rem}.first{font-size:1.25rem;font-weight:600;border-left:5px solid DATA;background:GROUND;padding:.6rem .9rem;margin:1rem 0 .6rem}.more{columns:2 20rem;column-gap:2rem;padding-left:1.1rem;margin:0}.more li{break-inside:avoid}"
        ".tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.9rem;margin:0}.tiles div{border-top:4px solid LINE;background:GROUND;padding:.5rem .7rem}"
        ".tiles dt{color:MUTED;font-size:.85rem}.tiles dd{margin:0}.tiles .v{font-size:1.6rem;font-weight:600;line-height:1.25}"
        "table{border-collapse:collapse;width:100%;font-size:.85rem}th{color:MUTED;text-align:left;vertical-align:bottom;border-bottom:1px solid TEXT;font-weight:600}"
        "th,td{padding:.25rem .5rem .25rem 0}td{border-bottom:1px solid GRID}.n{text-align:right}.sw{display:inline-block;width:.7em;height:.7em;"
        "margin-right:.35em;border:1px solid MUTED}.wide{overflow-x:auto}svg{width:100%;height:auto;display:block}.alert{border-left:4px solid LINE;padding-left:.8rem;margin:.8rem 0}"
        "footer{margin-top:2.5rem;border-top:1px solid LINE;padding-top:.6rem;font-size:.8rem;color:MUTED}@media print{body{max-width:none;padding:0}h2{break-after:avoid}tr,.tiles div,svg{break-inside:avoid}}");
    text.replace(QStringLiteral("FAMILIES"), families.isEmpty() ? QStringLiteral("sans-serif") : families.join(QLatin1Char(',')));
    for (const auto& [token, value] : {std::pair("TEXT", theme.text), std::pair("MUTED", theme.muted), std::pair("SURFACE", theme.surface),
                                       std::pair("LINE", theme.line), std::pair("GRID", theme.grid), std::pair("STAMP", theme.stamp), std::pair("GROUND", theme.ground), std::pair("DATA", theme.data)})
        text.replace(QLatin1String(token), colour(value));
    return text;
}

QString Html::number(const Figure& figure, const QString& shown) const
{
    if (!figure.value) return esc(shown);
    QString title = figure.feeds.join(QStringLiteral(", "));
    if (figure.observed) title += QStringLiteral(", ") + isoIn(*figure.observed, m_report.zone);
    if (!figure.scale.isEmpty()) title += QStringLiteral(", ") + figure.scale;
    return QStringLiteral("<data value=\"%1\" title=\"%2\">%3</data>").arg(QString::number(*figure.value, 'g', 12), esc(title), esc(shown));
}

QString Html::svg(const paper::Piece& piece, const QString& label)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(static_cast<int>(paper::perInch));
    generator.setViewBox(QRectF(0, 0, width, piece.height));
    generator.setSize(QSizeF(width, piece.height).toSize());
    QPainter painter(&generator);
    piece.paint(painter, {0, 0, width, piece.height});
    painter.end();
    QString text = QString::fromUtf8(buffer.data());
    text.remove(0, std::max<qsizetype>(0, text.indexOf(QStringLiteral("<svg"))));
    // Several drawings stand in one page: their names must not meet.
    const QString own = QStringLiteral("d%1-").arg(++m_drawings);
    text.replace(QStringLiteral(" id=\""), QStringLiteral(" id=\"") + own).replace(QStringLiteral("url(#"), QStringLiteral("url(#") + own).replace(QStringLiteral("xlink:href=\"#"), QStringLiteral("xlink:href=\"#") + own);
    static const QRegularExpression size(QStringLiteral("<svg width=\"[^\"]*\" height=\"[^\"]*\""));
    static const QRegularExpression title(QStringLiteral("<title>.*?</title>|<desc>.*?</desc>"));
    return text.replace(size, QStringLiteral("<svg role=\"img\" aria-label=\"%1\"").arg(esc(label))).remove(title);
}

void Html::head()
{
    const QString title = m_report.place.isEmpty() ? m_report.title : QStringLiteral("%1 · %2").arg(m_report.title, m_report.place);
    QString tag = m_report.order.language;
    tag.replace(QLatin1Char('_'), QLatin1Char('-'));
    put(QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">").arg(esc(tag)));
    put(QStringLiteral("<meta name=\"generator\" content=\"%1\">\n<title>%2 – %3</title>\n<style>%4</style>").arg(esc(m_report.evidence.program), esc(title), esc(m_report.city), css()));
    put(QStringLiteral("<script type=\"application/json\" id=\"cityops-report\">%1</script>\n</head>\n<body>").arg(QString::fromLatin1(recordText(recordOf(m_report)).replace("<", "\\u003c"))));
    if (!m_report.stamp.isEmpty()) put(QStringLiteral("<p class=\"stamp\">%1</p>").arg(esc(m_report.stamp)));
    put(QStringLiteral("<header>\n<p class=\"muted\">%1</p>\n<h1 dir=\"auto\">%2</h1>\n<p class=\"muted\">%3</p>\n<p><b>%4</b></p>\n</header>\n<main>")
            .arg(esc(m_report.city), esc(title), esc(m_report.purpose), esc(say(QT_TRANSLATE_NOOP("Message", "Data of %1  ·  period %2"), {m_report.dataTime, m_report.period}))));
}

void Html::headlines(const HeadlinesBlock& block)
{
    const bool alarm = block.alarm >= 1 && block.alarm <= 3;
    const QColor sign = alarm ? m_style.theme.alarms[static_cast<std::size_t>(block.alarm - 1)].colour : m_style.theme.data;
    put(QStringLiteral("<p class=\"first\" style=\"border-color:%2;background:%3\">%1</p>\n<ul class=\"more\">")
            .arg(esc(block.first), colour(sign), colour(widgets::mixed(m_style.theme.surface, sign, 0.08))));
    for (const QString& line : block.more)
        put(QStringLiteral("<li>%1</li>").arg(esc(line)));
    put(QStringLiteral("</ul>"));
}

void Html::tiles(const TilesBlock& block)
{
    put(QStringLiteral("<dl class=\"tiles\">"));
    for (std::size_t i = 0; i < block.tiles.size(); ++i) {
        const widgets::TileData& tile = block.tiles[i];
        const QString value = tile.value.isEmpty() ? QStringLiteral("–") : tile.value;
        QStringList last;
        for (const QString& one : {tile.usual.section(QLatin1Char('\n'), -1), tile.change, tile.age, tile.value.isEmpty() ? tile.note : QString()})
            if (!one.isEmpty()) last << one;
        const QString swatch = tile.colour.isValid() ? QStringLiteral("<span class=\"sw\" style=\"background:%1\"></span>").arg(colour(tile.colour)) : QString();
        const QString edge = tile.colour.isValid() ? QStringLiteral(" style=\"border-color:%1\"").arg(colour(tile.colour)) : QString();
        put(QStringLiteral("<div%7><dt>%1</dt><dd class=\"v\">%2 <small>%3</small></dd><dd>%4%5</dd><dd class=\"muted\">%6</dd></div>")
                .arg(esc(tile.title), number(block.figures[i], value), tile.value.isEmpty() ? QString() : esc(tile.unit), swatch, esc(tile.word), esc(last.join(QStringLiteral(" · "))), edge));
    }
    put(QStringLiteral("</dl>"));
}

void Html::table(const TableBlock& block)
{
    if (block.table.rows.empty()) return put(QStringLiteral("<p class=\"muted\">%1</p>").arg(esc(block.table.note)));
    put(QStringLiteral("<div class=\"wide\"><table>\n<thead><tr>"));
    for (const widgets::TableColumn& column : block.table.columns)
        put(QStringLiteral("<th scope=\"col\"%1>%2</th>").arg(column.numeric ? QStringLiteral(" class=\"n\"") : QString(),
                                                             esc(column.unit.isEmpty() ? column.title : QStringLiteral("%1 (%2)").arg(column.title, column.unit))));
    put(QStringLiteral("</tr></thead>\n<tbody>"));
    for (std::size_t r = 0; r < block.table.rows.size(); ++r) {
        QString row = QStringLiteral("<tr>");
        for (std::size_t c = 0; c < block.table.columns.size(); ++c) {
            const widgets::TableCell& cell = block.table.rows[r].cells[c];
            QStringList classes;
            if (block.table.columns[c].numeric) classes << QStringLiteral("n");
            if (cell.muted) classes << QStringLiteral("muted");
            const QString swatch = cell.colour.isValid() ? QStringLiteral("<span class=\"sw\" style=\"background:%1\"></span>").arg(colour(cell.colour)) : QString();
            const Figure figure = r < block.figures.size() ? block.figures[r][c] : Figure{};
            row += QStringLiteral("<td class=\"%1\" dir=\"auto\">%2%3</td>").arg(classes.join(QLatin1Char(' ')), swatch, number(figure, cell.text));
        }
        put(row + QStringLiteral("</tr>"));
    }
    put(QStringLiteral("</tbody></table></div>"));
}

void Html::alerts(const AlertsBlock& block)
{
    for (const widgets::AlertNotice& alert : block.alerts) {
        const bool ranked = alert.alarm >= 1 && alert.alarm <= 3;
        const QString edge = ranked ? colour(m_style.theme.alarms[static_cast<std::size_t>(alert.alarm - 1)].colour) : colour(m_style.line);
        QStringList facts;
        for (const QString& fact : {alert.severityWord, alert.urgencyWord, alert.certaintyWord, alert.area, alert.effective, alert.expires, alert.sender})
            if (!fact.isEmpty()) facts << fact;
        put(QStringLiteral("<section class=\"alert\" style=\"border-color:%1\"><p dir=\"auto\"><b>%2</b></p><p class=\"muted\">%3</p><p dir=\"auto\">%4</p></section>")
                .arg(edge, esc(alert.headline.isEmpty() ? alert.event : alert.headline), esc(facts.join(QStringLiteral(" · "))),
                     esc(alert.instruction.isEmpty() ? alert.description : alert.instruction)));
    }
}

void Html::impact(const ImpactBlock& block)
{
    for (const ImpactBlock::Part& part : block.parts) {
        put(QStringLiteral("<section><h3>%1</h3>").arg(esc(part.title)));
        for (const QString& fact : part.facts)
            put(QStringLiteral("<p>%1</p>").arg(esc(fact)));
        for (std::size_t i = 0; i < part.tables.size(); ++i) {
            put(QStringLiteral("<h4>%1</h4>").arg(esc(part.titles[i])));
            table(part.tables[i]);
        }
        put(QStringLiteral("<p class=\"muted\">%1</p></section>").arg(esc(part.method)));
    }
}

void Html::paragraphs(const QString& text)
{
    for (const QString& one : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        put(QStringLiteral("<p dir=\"auto\">%1</p>").arg(esc(one)));
}

void Html::block(const ReportBlock& block)
{
    if (std::holds_alternative<PageBlock>(block.content)) return;
    if (!block.title.isEmpty()) put(QStringLiteral("<h2>%1</h2>").arg(esc(block.title)));
    if (const auto* said = std::get_if<HeadlinesBlock>(&block.content)) headlines(*said);
    if (const auto* some = std::get_if<TilesBlock>(&block.content)) tiles(*some);
    if (const auto* map = std::get_if<MapBlock>(&block.content); map && map->scene) put(svg(paper::mapPiece(*map, m_style, width), block.title));
    if (const auto* charts = std::get_if<ChartsBlock>(&block.content)) {
        QStringList names;
        for (const widgets::ChartData& chart : charts->charts)
            names << chart.title;
        for (const paper::Piece& piece : paper::chartPieces(*charts, m_report, m_style, width))
            put(svg(piece, names.join(QStringLiteral(", "))));
    }
    if (const auto* rows = std::get_if<TableBlock>(&block.content)) table(*rows);
    if (const auto* notices = std::get_if<AlertsBlock>(&block.content)) alerts(*notices);
    if (const auto* card = std::get_if<ImpactBlock>(&block.content)) impact(*card);
    if (const auto* text = std::get_if<TextBlock>(&block.content)) paragraphs(text->text);
    if (const auto* note = std::get_if<NoteBlock>(&block.content)) paragraphs(note->text);
    if (!block.remark.isEmpty()) put(QStringLiteral("<p class=\"muted\">%1</p>").arg(esc(block.remark)));
}

void Html::evidence()
{
    put(QStringLiteral("<section>\n<h2>%1</h2>").arg(esc(say(QT_TRANSLATE_NOOP("Message", "Where the numbers come from")))));
    table(feedsUsed(m_report));
    for (const auto& [title, lines] : evidenceTexts(m_report)) {
        put(QStringLiteral("<h3>%1</h3>").arg(esc(title)));
        for (const QString& line : lines)
            put(QStringLiteral("<p class=\"muted\">%1</p>").arg(esc(line)));
    }
    put(QStringLiteral("</section>\n</main>\n<footer>%1 · %2 · %3</footer>\n</body>\n</html>")
            .arg(esc(say(QT_TRANSLATE_NOOP("Message", "Data of %1"), {m_report.dataTime})), esc(say(QT_TRANSLATE_NOOP("Message", "Code %1"), {m_report.evidence.code})), esc(m_report.evidence.pack)));
}

QByteArray Html::page()
{
    head();
    for (const ReportBlock& one : m_report.blocks)
        block(one);
    evidence();
    return m_out.toUtf8();
}

} // namespace

QByteArray reportHtml(const Report& report, const widgets::Theme& theme)
{
    return Html(report, theme).page();
}

} // namespace app
