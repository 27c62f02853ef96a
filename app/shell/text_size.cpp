// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/text_size.h"

#include <QByteArray>
#include <QSettings>
#include <algorithm>

namespace app {

namespace {

const QString key = QStringLiteral("window/textSize");

int asked(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i) {
        const QByteArray word(argv[i]);
        if (word.startsWith("--text-size=")) return word.mid(12).toInt();
        if (word == "--text-size" && i + 1 < argc) return QByteArray(argv[i + 1]).toInt();
    }
    return 0;
}

} // namespace

const QList<int>& textSizes()
{
    static const QList<int> sizes{100, 125, 150, 175, 200};
    return sizes;
}

int chosenTextSize()
{
    const int percent = QSettings().value(key, 100).toInt();
    return textSizes().contains(percent) ? percent : 100;
}

void chooseTextSize(int percent)
{
    QSettings().setValue(key, percent);
}

void useTextSize(int argc, char** argv)
{
    const char* const variable = "QT_SCALE_FACTOR";
    int percent = asked(argc, argv);
    if (percent == 0 && !qEnvironmentVariableIsEmpty(variable)) return;
    if (percent == 0) percent = chosenTextSize();
    if (percent != 100) qputenv(variable, QByteArray::number(std::clamp(percent, 50, 300) / 100.0));
}

} // namespace app
