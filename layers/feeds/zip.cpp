// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/zip.h"

#include "layers/feeds/gzip.h"

#include <QRegularExpression>
#include <QtEndian>
#include <vector>

namespace feeds {

namespace {

constexpr qsizetype endLength = 22;
constexpr qsizetype entryLength = 46;
constexpr qsizetype localLength = 30;
constexpr int mostMembers = 10'000;

struct Member {
    QString name;
    quint16 flags = 0, method = 0;
    quint32 packed = 0;
    quint32 crc = 0;
    qsizetype at = 0; ///< Of its local header.
};

city::Problem refused(const char* text, QStringList arguments = {})
{
    return {{}, {}, {text, std::move(arguments)}};
}

city::Problem damaged()
{
    return refused(QT_TRANSLATE_NOOP("Message", "the zip archive is damaged or cut off"));
}

template<typename Number> Number numberAt(const QByteArray& bytes, qsizetype at)
{
    return qFromLittleEndian<Number>(bytes.constData() + at);
}

/// Where the record at the end of the directory begins, -1 when there is none.
qsizetype endRecord(const QByteArray& bytes)
{
    const qsizetype last = bytes.size() - endLength;
    for (qsizetype at = last; at >= 0 && at > last - 65'536; --at) {
        if (numberAt<quint32>(bytes, at) == 0x06054b50) return at;
    }
    return -1;
}

std::optional<std::vector<Member>> directory(const QByteArray& bytes)
{
    const qsizetype end = endRecord(bytes);
    if (end < 0) return std::nullopt;
    const int count = numberAt<quint16>(bytes, end + 10);
    qsizetype at = static_cast<qsizetype>(numberAt<quint32>(bytes, end + 16));
    if (count > mostMembers) return std::nullopt;
    std::vector<Member> members;
    for (int i = 0; i < count; ++i) {
        if (at < 0 || at + entryLength > bytes.size() || numberAt<quint32>(bytes, at) != 0x02014b50)
            return std::nullopt;
        Member member;
        member.flags = numberAt<quint16>(bytes, at + 8);
        member.method = numberAt<quint16>(bytes, at + 10);
        member.crc = numberAt<quint32>(bytes, at + 16);
        member.packed = numberAt<quint32>(bytes, at + 20);
        member.at = static_cast<qsizetype>(numberAt<quint32>(bytes, at + 42));
        const qsizetype nameLength = numberAt<quint16>(bytes, at + 28);
        const qsizetype more = numberAt<quint16>(bytes, at + 30) + numberAt<quint16>(bytes, at + 32);
        if (at + entryLength + nameLength > bytes.size()) return std::nullopt;
        member.name = QString::fromUtf8(bytes.mid(at + entryLength, nameLength));
        at += entryLength + nameLength + more;
        if (!member.name.endsWith(QLatin1Char('/'))) members.push_back(std::move(member));
    }
    return members;
}

bool fits(const QString& name, const QString& glob)
{
    if (glob.isEmpty()) return !name.startsWith(QLatin1String("__MACOSX/"));
    // A glob without a folder means the name of the file, wherever it is.
    const QString file = glob.contains(QLatin1Char('/')) ? name : name.section(QLatin1Char('/'), -1);
    const QRegularExpression form(QRegularExpression::wildcardToRegularExpression(glob),
                                  QRegularExpression::CaseInsensitiveOption);
    return form.match(file).hasMatch();
}

QString listed(const std::vector<Member>& members)
{
    QStringList names;
    for (const Member& member : members) {
        if (names.size() < 20) names << member.name;
    }
    return names.join(QStringLiteral(", "));
}

city::Result<QByteArray> content(const QByteArray& bytes, const Member& member, qint64 maxBytes)
{
    if (member.at + localLength > bytes.size() || numberAt<quint32>(bytes, member.at) != 0x04034b50)
        return damaged();
    const qsizetype begin = member.at + localLength + numberAt<quint16>(bytes, member.at + 26) +
                            numberAt<quint16>(bytes, member.at + 28);
    if (begin + static_cast<qsizetype>(member.packed) > bytes.size()) return damaged();
    const QByteArray packed = bytes.mid(begin, static_cast<qsizetype>(member.packed));
    if (member.flags & 1)
        return refused(QT_TRANSLATE_NOOP("Message", "%1 in the zip archive is encrypted"), {member.name});
    if (member.method != 0 && member.method != 8)
        return refused(QT_TRANSLATE_NOOP("Message", "%1 in the zip archive is packed in an unknown way"),
                       {member.name});
    if (packed.size() > maxBytes)
        return refused(QT_TRANSLATE_NOOP("Message", "the answer is larger than the allowed %1 bytes"),
                       {QString::number(maxBytes)});
    city::Result<QByteArray> plain =
        member.method == 0 ? city::Result<QByteArray>(packed) : inflateRaw(packed, maxBytes);
    if (plain && checksum(*plain) != member.crc) return damaged();
    return plain;
}

} // namespace

bool isZip(const QByteArray& bytes)
{
    return bytes.startsWith("PK\x03\x04") || bytes.startsWith("PK\x05\x06");
}

city::Result<QByteArray> zipMember(const QByteArray& bytes, const QString& glob, qint64 maxBytes)
{
    const auto members = directory(bytes);
    if (!members) return damaged();
    std::vector<Member> found;
    for (const Member& member : *members) {
        if (fits(member.name, glob)) found.push_back(member);
    }
    if (found.size() == 1) return content(bytes, found.front(), maxBytes);
    if (found.empty())
        return refused(QT_TRANSLATE_NOOP("Message", "the zip archive has no file \"%1\"; it has: %2"),
                       {glob, listed(*members)});
    return refused(QT_TRANSLATE_NOOP("Message", "several files of the zip archive may be meant: %1; name one "
                                                "with member"),
                   {listed(found)});
}

city::Result<QStringList> zipNames(const QByteArray& bytes)
{
    const auto members = directory(bytes);
    if (!members) return damaged();
    QStringList names;
    for (const Member& member : *members)
        names << member.name;
    return names;
}

city::Result<qint64> unpackedSize(const QByteArray& bytes, qint64 maxBytes)
{
    const auto members = directory(bytes);
    if (!members) return damaged();
    qint64 size = 0;
    for (const Member& member : *members) {
        const auto plain = content(bytes, member, maxBytes - size);
        if (!plain) return plain.problem();
        size += plain->size();
    }
    return size;
}

} // namespace feeds
