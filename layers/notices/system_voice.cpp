// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/notices/speech.h"

#ifdef CITYOPS_SPEECH
#include <QTextToSpeech>
#endif

namespace notices {

#ifdef CITYOPS_SPEECH

namespace {

class SystemVoice : public Voice {
public:
    explicit SystemVoice(const QString& engine) : m_speech(engine)
    {
        connect(&m_speech, &QTextToSpeech::stateChanged, this, [this](QTextToSpeech::State state) {
            const bool over = state == QTextToSpeech::Ready || state == QTextToSpeech::Error;
            if (over && std::exchange(m_speaks, false)) Q_EMIT done();
        });
    }

    bool isUsable() const { return m_speech.state() != QTextToSpeech::Error && !languages().isEmpty(); }
    QList<QLocale> languages() const override { return m_speech.availableLocales(); }

    void say(const QString& text, const QLocale& language) override
    {
        m_speech.setLocale(language);
        m_speaks = true;
        m_speech.say(text);
        // What is refused at once changes no state.
        if (m_speech.state() == QTextToSpeech::Error && std::exchange(m_speaks, false)) Q_EMIT done();
    }

private:
    QTextToSpeech m_speech;
    bool m_speaks = false;
};

} // namespace

std::unique_ptr<Voice> systemVoice()
{
    for (const QString& engine : QTextToSpeech::availableEngines()) {
        if (engine == QLatin1String("mock")) continue; // Qt's own tests use it: it says nothing.
        auto voice = std::make_unique<SystemVoice>(engine);
        if (voice->isUsable()) return voice;
    }
    return nullptr;
}

#else

std::unique_ptr<Voice> systemVoice()
{
    return nullptr;
}

#endif

} // namespace notices
