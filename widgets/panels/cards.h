// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/values.h"

#include <QPair>
#include <variant>

/// What the cards, bars and notes round the map show, as plain values; see values.h for those of the panels.
namespace widgets {

/// One quantity of a place, newest value.
struct PlaceValue {
    QString quantity; ///< Id; what a click makes the charts speak of.
    QString name;
    QString value; ///< Formatted; empty: no data.
    QString unit;
    QString word;  ///< Name of the level; may be empty.
    QColor colour; ///< Of the level; invalid: none.
    map::Shape shape = map::Shape::Circle;
    city::Freshness freshness = city::Freshness::Missing;
    QString age;
    QString source; ///< Feed and time, shown on hover.
    QString usual = {}; ///< As TileData::usual.
};

/// One place with all that is known of it.
struct PlaceCard {
    city::PlaceId id;
    QString name;
    QString kind;  ///< In words.
    QString where; ///< "Daan District, Taipei"; may be empty.
    std::vector<PlaceValue> values;
    std::vector<QPair<QString, QString>> details; ///< Name and untrusted text.
    QString note;                                 ///< Shown when there are no values.
    std::vector<Crumb> actions = {};              ///< What can be asked of it: "10 min on foot", "Compare".
};

/// One CAP alert. Texts are untrusted and shown as plain text.
struct AlertNotice {
    QString id;
    QString event, headline, description, instruction;
    QString severityWord;
    int alarm = 3; ///< 1 to 3: how it looks; 0: over or of no consequence.
    QString certaintyWord, urgencyWord;
    QString area;
    QString effective, expires; ///< Local time, ready to read.
    QString sender;
    Provenance source;
    std::optional<city::Focus> target;
};

/// What went wrong, for a person who wants to go on.
struct ErrorText {
    QString what, where, next;
};

/// One plain sentence of the situation; a click leads to what it speaks of.
struct Sentence {
    int alarm = 0; ///< 1 to 3, 1 the most urgent; 0: for information.
    QString text;
    std::optional<city::Focus> target;
    bool hasEvidence = false; ///< "Why" can be asked of its number.
};

/// The state of the city in one sentence, most urgent first.
struct Situation {
    QString text;
    QString more;  ///< All of it, on hover.
    int alarm = 0; ///< 1 to 3, 1 the most urgent; 0: nothing is wrong.
    std::optional<city::Focus> target;
    std::vector<Sentence> sentences = {}; ///< All of it, one by one.
};

/// A table of the impact card.
struct ImpactGroup {
    QString title;
    std::vector<TableColumn> columns;
    std::vector<QStringList> rows;
    int more = 0; ///< Rows that are not listed.
};

/// What lies in an area: people, sensors, stations, what the pack marks as exposed.
struct ImpactCard {
    QString title;      ///< The alert, the area, "drawn area".
    QStringList facts;  ///< One sentence each: people, sensors, area.
    std::vector<ImpactGroup> groups;
    QString method;     ///< How people were counted.
};

/// Whether a published criterion is met somewhere; never a decision.
struct CriterionRow {
    enum class Outcome { Meets, DoesNotMeet, DataMissing } outcome = Outcome::DataMissing;
    QString name, level, where; ///< "River stage", "Level 2", "Wenshan District".
    QColor colour;              ///< Of the level; invalid: none.
    QString detail;             ///< What is known and what is missing.
    std::optional<city::Focus> target;
};

/// One thing the search box knows.
struct SearchEntry {
    QString text;
    QString detail; ///< "bike station, Daan District"
    std::variant<city::Focus, city::LonLat, QString>
        target; ///< Where it leads; a text is the id of a command.
};

/// A choice of basemap.
struct BasemapChoice {
    QString id, title;
};

} // namespace widgets
