// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace app::demo {

/// One message of the scripted day. Hours are those of the day.
struct AlertMessage {
    const char* id; ///< Also the name of its file.
    const char* sender;
    const char* agency; ///< Folder of the publisher: "CWA", "WRA".
    const char* folder;
    const char* author; ///< Who speaks, for people.
    const char* event;
    const char* eventCode;
    const char* status;
    const char* msgType;
    int references; ///< Index of the message it replaces or cancels; -1: none.
    double sent, expires;
    const char* category;
    const char* urgency;
    const char* severity;
    const char* certainty;
    const char* headline;
    const char* description;
    const char* instruction;
    const char* areas; ///< Districts, separated by spaces; "臺北市" and "新北市" for whole cities.
    double stormHour;  ///< Above 0: also a polygon round the cloudburst at that hour.
};

std::span<const AlertMessage> alertScript();

} // namespace app::demo
