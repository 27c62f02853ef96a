// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/notices/speech.h"

#include <algorithm>

namespace notices {

namespace {

constexpr std::size_t mostWaiting = 5;

}

Speech::Speech(std::unique_ptr<Voice> voice, QObject* parent) : QObject(parent), m_voice(std::move(voice))
{
    if (!m_voice) return;
    // Through the event loop: a voice may tell it while it is still being asked.
    connect(m_voice.get(), &Voice::done, this, [this] {
        m_busy = false;
        next();
    }, Qt::QueuedConnection);
}

Speech::~Speech() = default;

/// The voice of the country; else any of the language: it reads the same words with another accent.
std::optional<QLocale> Speech::spoken(const QString& language) const
{
    const QLocale wanted(language);
    const QList<QLocale> known = m_voice->languages();
    if (known.contains(wanted)) return wanted;
    const auto found = std::find_if(known.begin(), known.end(), [&](const QLocale& one) { return one.language() == wanted.language(); });
    return found == known.end() ? std::nullopt : std::optional(*found);
}

std::optional<city::Message> Speech::problemOf(const QString& language) const
{
    if (!m_voice)
        return city::Message{QT_TRANSLATE_NOOP("Message", "This computer has no voice: install speech-dispatcher, or flite, and the plugin of Qt for it."), {}};
    if (!spoken(language))
        return city::Message{QT_TRANSLATE_NOOP("Message", "No voice of this computer speaks %1."), {QLocale(language).nativeLanguageName()}};
    return {};
}

void Speech::say(const QString& text, const QString& language)
{
    const auto in = m_voice ? spoken(language) : std::nullopt;
    if (!in || text.isEmpty()) return;
    if (m_waiting.size() >= mostWaiting) m_waiting.pop_front();
    m_waiting.push_back({text, *in});
    next();
}

void Speech::next()
{
    if (m_busy || m_waiting.empty()) return;
    m_busy = true;
    const Waiting one = m_waiting.front();
    m_waiting.pop_front();
    m_voice->say(one.text, one.language);
}

} // namespace notices
