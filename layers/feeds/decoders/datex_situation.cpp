// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/datex.h"
#include "layers/feeds/mapping/field.h"
#include "layers/feeds/mapping/position.h"

namespace feeds {

namespace {

constexpr int longestTitle = 120;

/// What the record says of itself in one of the standard's words: accidentType, roadMaintenanceType ...
QString causeWord(XmlElement record)
{
    static constexpr const char* names[]{"accidentType",
                                         "abnormalTrafficType",
                                         "roadMaintenanceType",
                                         "constructionWorkType",
                                         "obstructionType",
                                         "vehicleObstructionType",
                                         "environmentalObstructionType",
                                         "animalPresenceType",
                                         "weatherRelatedRoadConditionType",
                                         "nonWeatherRelatedRoadConditionType",
                                         "poorEnvironmentType",
                                         "publicEventType",
                                         "disturbanceActivityType",
                                         "authorityOperationType",
                                         "roadOrCarriagewayOrLaneManagementType",
                                         "generalNetworkManagementType",
                                         "reroutingManagementType",
                                         "speedManagementType",
                                         "roadsideServiceDisruptionType",
                                         "equipmentOrSystemFaultType",
                                         "infrastructureDamageType",
                                         "transitServiceInformation",
                                         "generalInstructionToRoadUsersType",
                                         "winterDrivingManagementType",
                                         "mobilityType",
                                         "generalMessageToRoadUsers"};
    for (const char* name : names) {
        const XmlElement said = record.child(name);
        if (!said.text().empty()) return said.qText();
    }
    for (const char* name : names) {
        const XmlElement inner = record.child("cause").below(name); // version 3 has one level more
        if (!inner.text().empty()) return inner.qText();
    }
    return record.child("cause", "causeType").qText();
}

/// Roadworks of both kinds are one kind in this program, as in every other format.
QString kindOf(XmlElement record)
{
    const std::string_view type = record.type();
    if (type == "MaintenanceWorks" || type == "ConstructionWorks" || type == "Roadworks")
        return QStringLiteral("roadworks");
    return type.empty() ? QStringLiteral("situation") : datexWord(type);
}

/// The comments of the public, by language; several of one language under one another.
city::LocalText commentsOf(XmlElement record)
{
    city::LocalText all;
    for (const XmlElement comment : record.children("generalPublicComment")) {
        const city::LocalText texts = datexTexts(comment.child("comment"));
        for (auto it = texts.all().cbegin(); it != texts.all().cend(); ++it) {
            const QString before =
                all.has(it.key()) ? all.all().value(it.key()) + QLatin1Char('\n') : QString();
            all.set(it.key(), before + it.value());
        }
    }
    return all;
}

/// The first line of each comment, short enough to stand in a list.
city::LocalText titleOf(XmlElement record, const city::LocalText& comments)
{
    city::LocalText title;
    for (auto it = comments.all().cbegin(); it != comments.all().cend(); ++it) {
        const QString line = it.value().section(QLatin1Char('\n'), 0, 0).simplified();
        title.set(it.key(), line.size() > longestTitle ? line.left(longestTitle) + QChar(0x2026) : line);
    }
    if (!title.isEmpty()) return title;
    const QString word = causeWord(record);
    return localText(word.isEmpty() ? toQString(record.type()) : word);
}

QString descriptionOf(XmlElement record, const city::LocalText& comments)
{
    QStringList parts;
    const QString word = causeWord(record);
    if (!word.isEmpty()) parts << word;
    for (const char* name : {"severity", "probabilityOfOccurrence"}) {
        const QString said = record.child(name).qText();
        if (!said.isEmpty() && said != QLatin1String("certain"))
            parts << QString::fromLatin1(name) + QStringLiteral(": ") + said;
    }
    const QString text = comments.in({});
    QStringList lines;
    for (const QString& line : text.split(QLatin1Char('\n')))
        if (!line.trimmed().isEmpty()) lines << line.trimmed();
    if (!lines.isEmpty()) parts << lines.join(QLatin1Char('\n'));
    return parts.join(QLatin1Char('\n'));
}

/// Whether the publisher says that the record no longer holds.
bool isOver(XmlElement record)
{
    const XmlElement life = record.below("lifeCycleManagement");
    return record.child("validity", "validityStatus").text() == "suspended" || datexTrue(life.child("end")) ||
           datexTrue(life.child("cancel"));
}

/// What the record says in numbers: delays in seconds, the length of a queue in metres.
void measureRecord(XmlElement record, city::Event& event, FactSink& sink)
{
    if (const auto delay = record.child("impact", "delays", "delayTimeValue").number())
        sink.measure(event, QStringLiteral("road.delay"), QStringLiteral("delayTimeValue"), *delay,
                     QStringLiteral("s"));
    if (const auto length = record.child("queueLength").number())
        sink.measure(event, QStringLiteral("road.jam-length"), QStringLiteral("queueLength"), *length,
                     QStringLiteral("m"));
}

void readRecord(XmlElement record, bool isReal, FactSink& sink)
{
    const QString id = record.qAttribute("id");
    sink.turnTo(QStringLiteral("id"), id);
    if (id.isEmpty())
        return sink.report(QStringLiteral("id"), QT_TRANSLATE_NOOP("Message", "the record has no id"));
    if (!isReal)
        return sink.report(QStringLiteral("informationStatus"),
                           QT_TRANSLATE_NOOP("Message", "is an exercise or a test, and no fact"));
    if (isOver(record)) return;
    const city::LocalText comments = commentsOf(record);
    city::Event event;
    event.id = id;
    event.kind = kindOf(record);
    event.title = titleOf(record, comments);
    event.description = descriptionOf(record, comments);
    const XmlElement time = record.child("validity", "validityTimeSpecification");
    event.begins = sink.planned(QStringLiteral("overallStartTime"), time.child("overallStartTime").text());
    event.ends = sink.planned(QStringLiteral("overallEndTime"), time.child("overallEndTime").text());
    const XmlElement version = record.child("situationRecordVersionTime")
                                   ? record.child("situationRecordVersionTime")
                                   : record.child("situationRecordCreationTime");
    event.reportedAt = sink.observed(QStringLiteral("situationRecordVersionTime"), version.text())
                           .value_or(sink.context().receivedAt);
    XmlElement location = record.child("groupOfLocations");
    if (!location) location = record.child("locationReference");
    event.geometry = datexGeometry(location, sink);
    QStringList where = datexPlaceWords(location);
    if (event.geometry.isEmpty())
        where << datexAlertC(location); // what there is for those who have its table
    where.removeAll(QString());
    if (!where.isEmpty())
        event.description += (event.description.isEmpty() ? QString() : QStringLiteral("\n")) +
                             where.join(QStringLiteral(", "));
    measureRecord(record, event, sink);
    sink.add(std::move(event));
}

QString messageText(XmlElement message)
{
    QStringList lines;
    for (const char* name : {"vmsTextLine", "textLine"}) {
        for (const XmlElement line : message.allBelow(name)) {
            if (!line.text().empty()) lines << line.qText();
        }
    }
    for (const XmlElement sign : message.allBelow("pictogramDescription"))
        lines << sign.qText();
    return lines.join(QStringLiteral(" / "));
}

void readMessages(XmlElement unit, const QString& unitId, FactSink& sink)
{
    for (const char* name : {"vms", "vmsStatus"}) {
        for (const XmlElement sign : unit.children(name)) {
            for (const XmlElement message : sign.allBelow("vmsMessage")) {
                const QString text =
                    message.attribute("messageIndex").empty() ? QString() : messageText(message);
                if (text.isEmpty()) continue;
                city::Event event;
                event.id = QStringLiteral("%1/%2/%3")
                               .arg(unitId, sign.qAttribute("vmsIndex"), message.qAttribute("messageIndex"));
                event.kind = QStringLiteral("vms-message");
                event.title = localText(text);
                event.description = datexText(message.below("reasonForSetting"));
                event.begins =
                    sink.observed(QStringLiteral("timeLastSet"), message.below("timeLastSet").text());
                event.reportedAt = event.begins.value_or(sink.context().receivedAt);
                event.geometry = datexGeometry(sign.below("vmsLocation"), sink);
                sink.add(std::move(event));
            }
        }
    }
}

void readController(XmlElement controller, FactSink& sink)
{
    const QString id = controller.qAttribute("id");
    for (const XmlElement sign : controller.allBelow("vms")) {
        if (sign.attribute("vmsIndex").empty()) continue;
        const QString place = id + QLatin1Char('#') + sign.qAttribute("vmsIndex");
        sink.turnTo(QStringLiteral("id"), place);
        city::Place made{{QStringLiteral("vms"), place}, datexTexts(sign.below("description")), {}, {}, {}};
        made.shape = datexGeometry(sign.below("vmsLocation"), sink);
        if (!made.shape.isEmpty()) made.at = middleOf(made.shape);
        if (made.shape.lines.empty() && made.shape.polygons.empty()) made.shape = {};
        const QString type = sign.below("vmsType").qText();
        if (!type.isEmpty()) made.details.insert(QStringLiteral("vmsType"), type);
        sink.add(std::move(made));
    }
}

} // namespace

void readSituations(XmlElement publication, FactSink& sink)
{
    std::vector<XmlElement> situations = publication.children("situation");
    if (publication.name() == "situation") situations = {publication};
    for (const XmlElement situation : situations) {
        const std::string_view status = situation.child("headerInformation", "informationStatus").text();
        const bool isReal = status.empty() || status == "real";
        for (const XmlElement record : situation.children("situationRecord"))
            readRecord(record, isReal, sink);
    }
}

void readSigns(XmlElement publication, FactSink& sink)
{
    for (const char* name : {"vmsController", "vmsUnitRecord"}) {
        for (const XmlElement controller : publication.allBelow(name))
            readController(controller, sink);
    }
    for (const char* name : {"vmsUnit", "vmsControllerStatus"}) {
        for (const XmlElement unit : publication.children(name)) {
            XmlElement reference = unit.child("vmsControllerReference");
            if (!reference) reference = unit.child("vmsUnitReference");
            sink.turnTo(QStringLiteral("id"), reference.qAttribute("id"));
            readMessages(unit, reference.qAttribute("id"), sink);
        }
    }
}

} // namespace feeds
