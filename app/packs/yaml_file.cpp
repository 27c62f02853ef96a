// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/yaml_reader.h"

#include <QFile>
#include <algorithm>
#include <sstream>
#include <yaml-cpp/eventhandler.h>

namespace app {

namespace {

constexpr qint64 largest = 4 * 1024 * 1024;
constexpr int deepest = 64;

struct Refusal {
    YAML::Mark at;
    city::Message text;
};

/// Walks over a document without building it and refuses what makes a small file costly: aliases and deep
/// nesting. And texts that are no UTF-8: what they become would not be found under its name again.
class Guard : public YAML::EventHandler {
public:
    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark& at, YAML::anchor_t) override
    {
        throw Refusal{at, QT_TRANSLATE_NOOP("Message", "aliases are not used in packs: write the value out")};
    }
    void OnScalar(const YAML::Mark& at, const std::string&, YAML::anchor_t, const std::string& value) override
    {
        if (!QByteArray::fromRawData(value.data(), static_cast<qsizetype>(value.size())).isValidUtf8())
            throw Refusal{at, QT_TRANSLATE_NOOP("Message", "is not UTF-8; save the file in that encoding")};
        if (value.find('\0') != std::string::npos)
            throw Refusal{at, QT_TRANSLATE_NOOP("Message", "holds a zero byte")};
    }
    void OnSequenceStart(const YAML::Mark& at, const std::string&, YAML::anchor_t,
                         YAML::EmitterStyle::value) override
    {
        enter(at);
    }
    void OnSequenceEnd() override { --m_depth; }
    void OnMapStart(const YAML::Mark& at, const std::string&, YAML::anchor_t,
                    YAML::EmitterStyle::value) override
    {
        enter(at);
    }
    void OnMapEnd() override { --m_depth; }

private:
    void enter(const YAML::Mark& at)
    {
        if (++m_depth > deepest)
            throw Refusal{
                at,
                {QT_TRANSLATE_NOOP("Message", "nested deeper than %1 levels"), {QString::number(deepest)}}};
    }

    int m_depth = 0;
};

QString at(const QString& shownAs, const YAML::Mark& mark)
{
    if (mark.is_null()) return shownAs;
    return QStringLiteral("%1:%2:%3").arg(shownAs).arg(mark.line + 1).arg(mark.column + 1);
}

} // namespace

YAML::Node loadYaml(const QString& file, const QString& shownAs, Problems& problems)
{
    const YAML::Node nothing(YAML::NodeType::Undefined);
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly)) {
        problems.push_back(
            {shownAs, {}, {QT_TRANSLATE_NOOP("Message", "cannot be read: %1"), {source.errorString()}}});
        return nothing;
    }
    const QByteArray bytes = source.read(largest + 1);
    if (bytes.size() > largest) {
        problems.push_back(
            {shownAs, {}, {QT_TRANSLATE_NOOP("Message", "is larger than %1 MiB"), {QStringLiteral("4")}}});
        return nothing;
    }
    try {
        std::istringstream guarded(bytes.toStdString());
        YAML::Parser parser(guarded);
        Guard guard;
        parser.HandleNextDocument(guard);
        const YAML::Node root = YAML::Load(bytes.toStdString());
        if (root.IsDefined() && !root.IsNull()) return root;
        problems.push_back({shownAs, {}, QT_TRANSLATE_NOOP("Message", "is empty")});
    } catch (const Refusal& refusal) {
        problems.push_back({at(shownAs, refusal.at), {}, refusal.text});
    } catch (const YAML::Exception& wrong) {
        problems.push_back(
            {at(shownAs, wrong.mark),
             {},
             {QT_TRANSLATE_NOOP("Message", "is not YAML: %1"), {QString::fromStdString(wrong.msg)}}});
    }
    return nothing;
}

} // namespace app
