// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/json_records.h"

#include "layers/feeds/decoders/json_document.h"

#include <QRegularExpression>

namespace feeds {

namespace {

using simdjson::dom::element;

} // namespace

std::optional<std::vector<RecordPath::Step>> RecordPath::parse(const QString& path)
{
    static const QRegularExpression form(QStringLiteral("\\G(?:\\.?\\[\\*\\]|\\.?\\[(\\d+)\\]|\\.?\\[['\"]([^"
                                                        "'\"]+)['\"]\\]|\\.(\\*)|(?:^|\\.)([^.\\[\\]*$]+))"));
    QString rest = path.trimmed();
    if (rest.startsWith(QLatin1Char('$'))) rest.remove(0, 1);
    if (rest.startsWith(QLatin1String(".."))) return std::nullopt;
    std::vector<Step> steps;
    for (qsizetype at = 0; at < rest.size();) {
        const QRegularExpressionMatch match = form.match(rest, at);
        if (!match.hasMatch() || match.capturedLength() == 0) return std::nullopt;
        at = match.capturedEnd();
        const QString name = match.captured(2) + match.captured(4);
        if (!name.isEmpty())
            steps.push_back({Step::Kind::Name, name.toStdString()});
        else if (!match.captured(1).isEmpty())
            steps.push_back({Step::Kind::Index, {}, match.captured(1).toULongLong()});
        else
            steps.push_back(
                {match.captured(3).isEmpty() ? Step::Kind::EveryElement : Step::Kind::EveryValue, {}});
    }
    return steps;
}

bool RecordPath::isValid(const QString& path)
{
    return parse(path).has_value();
}

RecordPath::RecordPath(const QString& path)
{
    m_steps = parse(path).value_or(std::vector<Step>());
    const bool open = m_steps.empty() || m_steps.back().kind == Step::Kind::Name ||
                      m_steps.back().kind == Step::Kind::Index;
    if (open) m_steps.push_back({Step::Kind::EveryElement, {}});
}

bool RecordPath::visit(const JsonRecord& root, const std::function<void(const JsonRecord&)>& visit) const
{
    return walk(root, root.element(), 0, visit, {});
}

std::size_t RecordPath::expected(element root) const
{
    element here = root;
    for (std::size_t i = 0; i + 1 < m_steps.size(); ++i) {
        const auto inside = m_steps[i].kind == Step::Kind::Name ? memberCalled(here, m_steps[i].name, true) : std::nullopt;
        if (!inside) return 0;
        here = *inside;
    }
    return here.is_array() ? elementsOf(here).size() : 0;
}

bool RecordPath::walk(const JsonRecord& at, element here, std::size_t step,
                      const std::function<void(const JsonRecord&)>& visit, std::string_view key) const
{
    if (step == m_steps.size()) {
        visit(JsonRecord(here, &at, key));
        return true;
    }
    const Step& next = m_steps[step];
    element inside;
    if (next.kind == Step::Kind::Name) {
        const auto named = memberCalled(here, next.name, true);
        return named && walk(at, *named, step + 1, visit, {});
    }
    if (next.kind == Step::Kind::Index)
        return here.is_array() && !here.at(next.index).get(inside) && walk(at, inside, step + 1, visit, {});
    if (here.is_null()) return true;
    const bool last = step + 1 == m_steps.size();
    const auto enter = [&](element child, std::string_view name) {
        if (last) return walk(at, child, step + 1, visit, name);
        const JsonRecord around(child, &at, name);
        return walk(around, child, step + 1, visit, name);
    };
    if (next.kind == Step::Kind::EveryValue && here.is_object()) {
        bool any = fieldsOf(here).size() == 0;
        for (const auto field : fieldsOf(here))
            any = enter(field.value, field.key) || any;
        return any;
    }
    if (here.is_array()) {
        bool any = elementsOf(here).size() == 0;
        for (const element child : elementsOf(here))
            any = enter(child, {}) || any;
        return any;
    }
    return here.is_object() && enter(here, {}); // one record where a list was expected
}

} // namespace feeds
