// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/cap_index.h"

#include "layers/feeds/mapping/field.h"
#include "layers/feeds/text/number.h"

namespace feeds {

namespace {

constexpr std::size_t mostLinks = 5000;

/// Of every element, whether an alert stands in it.
std::vector<bool> aroundAlerts(const XmlTree& tree)
{
    std::vector<bool> around(static_cast<std::size_t>(tree.size()), false);
    for (int alert : tree.everyNamed("alert")) {
        for (int at = alert; at >= 0 && !around[static_cast<std::size_t>(at)]; at = tree.at(at).parent)
            around[static_cast<std::size_t>(at)] = true;
    }
    return around;
}

std::string_view attribute(const XmlTree& tree, int element, std::string_view name)
{
    const std::string* value = tree.attribute(element, name);
    return value ? std::string_view(*value) : std::string_view();
}

/// How likely a link leads to the alert itself: 0 not at all.
int rank(std::string_view type, std::string_view rel, std::string_view address)
{
    if (type.find("cap+xml") != std::string_view::npos ||
        type.find("common-alerting-protocol") != std::string_view::npos)
        return 4;
    const bool file = address.ends_with(".cap") || address.ends_with(".xml");
    if (rel != "" && rel != "alternate" && rel != "enclosure") return 0;
    if (type.find("html") != std::string_view::npos) return 0;
    if (file) return 3;
    return rel == "alternate" ? 2 : 1;
}

std::string_view bestLink(const XmlTree& tree, int entry)
{
    std::string_view best;
    int bestRank = 0;
    for (const int child : tree.at(entry).children) {
        const bool link = tree.at(child).name == "link";
        if (!link && tree.at(child).name != "enclosure" && tree.at(child).name != "content") continue;
        std::string_view address = attribute(tree, child,
                                             link                                 ? "href"
                                             : tree.at(child).name == "enclosure" ? "url"
                                                                                  : "src");
        if (link && address.empty()) address = trimmed(tree.at(child).text);
        const int thisRank =
            address.empty() ? 0
                            : rank(attribute(tree, child, "type"), attribute(tree, child, "rel"), address);
        if (thisRank > bestRank) {
            best = address;
            bestRank = thisRank;
        }
    }
    return best;
}

/// An id that is an address: some publishers state it nowhere else.
std::string_view addressAsId(const XmlTree& tree, int entry)
{
    for (const char* name : {"id", "guid"}) {
        const std::string_view id = tree.textOf(entry, name);
        if (id.starts_with("http://") || id.starts_with("https://")) return id;
    }
    return {};
}

std::vector<int> entriesOf(const XmlTree& tree)
{
    std::vector<int> entries = tree.everyNamed("entry");
    const std::vector<int> items = tree.everyNamed("item");
    entries.insert(entries.end(), items.begin(), items.end());
    return entries;
}

/// The texts within an entry that are whole CAP documents, escaped.
void embeddedIn(const XmlTree& tree, int entry, std::vector<std::string>& documents)
{
    for (const int child : tree.at(entry).children) {
        const std::string_view text = trimmed(tree.at(child).text);
        if (text.starts_with('<') && text.find("urn:oasis:names:tc:emergency:cap") != std::string_view::npos)
            documents.emplace_back(text);
    }
}

} // namespace

bool isAlertIndex(const XmlTree& tree)
{
    const std::string& root = tree.at(0).name;
    return root == "feed" || root == "rss" || root == "RDF";
}

void addFollow(const QString& address, Decoded& decoded)
{
    const QUrl url(address.trimmed());
    const bool web = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !web || url.host().isEmpty() || decoded.follow.size() >= mostLinks) return;
    for (const QUrl& known : decoded.follow) {
        if (known == url) return;
    }
    decoded.follow.push_back(url);
}

void followIndex(const XmlTree& tree, const QUrl& address, Decoded& decoded)
{
    const std::vector<bool> around = aroundAlerts(tree);
    const QUrl base = address.resolved(QUrl(toQString(attribute(tree, 0, "base"))));
    int number = 0;
    for (const int entry : entriesOf(tree)) {
        ++number;
        const bool holdsAlert = around[static_cast<std::size_t>(entry)];
        std::vector<std::string> embedded;
        embeddedIn(tree, entry, embedded);
        if (holdsAlert || !embedded.empty()) continue;
        std::string_view link = bestLink(tree, entry);
        if (link.empty()) link = addressAsId(tree, entry);
        const QUrl whole = base.resolved(QUrl(toQString(link)));
        addFollow(whole.toString(), decoded);
        if (link.empty() || whole.isRelative())
            decoded.addProblem({QStringLiteral("#%1").arg(number), QStringLiteral("link"),
                                QT_TRANSLATE_NOOP("Message", "the entry has no link to its alert")});
    }
}

std::vector<std::string> embeddedDocuments(const XmlTree& tree)
{
    std::vector<std::string> documents;
    for (const int content : tree.everyNamed("embeddedXMLContent")) {
        const std::string_view text = trimmed(tree.at(content).text);
        if (text.starts_with('<')) documents.emplace_back(text);
    }
    for (const int content : tree.everyNamed("contentData")) { // of EDXL-DE: base64 of any file
        const std::string_view text = trimmed(tree.at(content).text);
        const QByteArray bytes =
            QByteArray::fromBase64(QByteArray(text.data(), static_cast<qsizetype>(text.size()))).trimmed();
        if (bytes.startsWith('<') && bytes.contains("urn:oasis:names:tc:emergency:cap"))
            documents.push_back(bytes.toStdString());
    }
    for (const int entry : entriesOf(tree))
        embeddedIn(tree, entry, documents);
    return documents;
}

} // namespace feeds
