// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/tools/scale_field.h"

#include "widgets/theme/dress.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>
#include <QScreen>
#include <cmath>

namespace widgets {

namespace {

constexpr double metresPerInch = 0.0254;

QString text(double denominator)
{
    const double round = denominator < 1000 ? denominator : std::round(denominator / std::pow(10, std::floor(std::log10(denominator)) - 3)) * std::pow(10, std::floor(std::log10(denominator)) - 3);
    return QStringLiteral("1:") + QLocale(QLocale::English).toString(round, 'f', 0);
}

} // namespace

ScaleField::ScaleField(MapCanvas& canvas, QWidget* parent) : QComboBox(parent), m_canvas(canvas)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setCompleter(nullptr);
    lineEdit()->setMaxLength(20);
    for (const double denominator : {500.0, 1000.0, 2500.0, 5000.0, 10'000.0, 25'000.0, 50'000.0, 100'000.0, 250'000.0, 1'000'000.0})
        addItem(text(denominator), denominator);
    setFixedWidth(112);
    connect(&canvas, &MapCanvas::viewChanged, this, &ScaleField::tell);
    connect(this, &QComboBox::activated, this, [this](int item) { setDenominator(itemData(item).toDouble()); });
    connect(lineEdit(), &QLineEdit::returnPressed, this, &ScaleField::take);
    connect(lineEdit(), &QLineEdit::editingFinished, this, &ScaleField::tell);
    retranslate();
    tell();
}

void ScaleField::setTheme(const Theme& theme)
{
    setFont(fontOf(theme, theme.tiny));
}

double ScaleField::dotsPerInch() const
{
    const double said = screen() ? screen()->physicalDotsPerInch() : 0;
    return said > 50 && said < 600 ? said : 96;
}

double ScaleField::denominator() const
{
    return m_canvas.view().groundMetresPerPixel() * dotsPerInch() / metresPerInch;
}

void ScaleField::setDenominator(double denominator)
{
    const double wanted = std::clamp(denominator, 10.0, 5e8);
    const QPointF middle(m_canvas.width() / 2.0, m_canvas.height() / 2.0);
    m_canvas.setView(m_canvas.view().zoomed(this->denominator() / wanted, middle));
    tell();
}

std::optional<double> ScaleField::parse(const QString& typed)
{
    static const QRegularExpression form(QStringLiteral("^\\s*(?:1\\s*[:/]\\s*)?([\\d,. ]*\\d)\\s*([kKmM]?)\\s*$"));
    const QRegularExpressionMatch match = form.match(typed);
    if (!match.hasMatch()) return std::nullopt;
    bool good = false;
    double value = match.captured(1).remove(u',').remove(u' ').toDouble(&good);
    if (match.captured(2).compare(QLatin1String("k"), Qt::CaseInsensitive) == 0) value *= 1000;
    if (match.captured(2).compare(QLatin1String("m"), Qt::CaseInsensitive) == 0) value *= 1e6;
    return good && value >= 1 ? std::optional(value) : std::nullopt;
}

void ScaleField::take()
{
    if (const auto typed = parse(currentText()))
        setDenominator(*typed);
    else
        tell();
}

void ScaleField::tell()
{
    if (lineEdit()->hasFocus() && lineEdit()->isModified()) return; // Somebody is typing.
    setEditText(text(denominator()));
    lineEdit()->setCursorPosition(0);
    lineEdit()->setModified(false);
}

void ScaleField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        lineEdit()->setModified(false);
        tell();
        m_canvas.setFocus();
        return;
    }
    QComboBox::keyPressEvent(event);
    // Return ends here: over the map it would pick what lies in the middle.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        lineEdit()->setModified(false);
        tell();
        event->accept();
    }
}

void ScaleField::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QComboBox::changeEvent(event);
}

void ScaleField::retranslate()
{
    const double dots = dotsPerInch();
    const bool believed = screen() && screen()->physicalDotsPerInch() == dots;
    setAccessibleName(tr("Scale of the map"));
    setToolTip(believed ? tr("Scale at the middle of the map. True if the screen has %1 dots an inch, as it says of itself.").arg(dots, 0, 'f', 0)
                        : tr("Scale at the middle of the map. The screen does not say how large it is; %1 dots an inch are assumed.").arg(dots, 0, 'f', 0));
}

} // namespace widgets
