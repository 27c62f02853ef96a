// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/pinch.h"

#include <QGestureRecognizer>
#include <QTouchEvent>
#include <QWidget>
#include <utility>

namespace widgets {

namespace {

class Recognizer : public QGestureRecognizer {
public:
    QGesture* create(QObject* target) override
    {
        if (auto* widget = qobject_cast<QWidget*>(target)) widget->setAttribute(Qt::WA_AcceptTouchEvents);
        return new TwoFingers;
    }

    Result recognize(QGesture* gesture, QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::TouchCancel) return CancelGesture;
        if (event->type() == QEvent::TouchEnd)
            return gesture->state() == Qt::NoGesture ? CancelGesture : FinishGesture;
        if (event->type() != QEvent::TouchBegin && event->type() != QEvent::TouchUpdate) return Ignore;
        return follow(*static_cast<TwoFingers*>(gesture), static_cast<const QTouchEvent*>(event)->points());
    }

    void reset(QGesture* gesture) override
    {
        auto* fingers = static_cast<TwoFingers*>(gesture);
        fingers->now = fingers->before = {};
        QGestureRecognizer::reset(gesture);
    }

private:
    static Result follow(TwoFingers& fingers, const QList<QEventPoint>& points)
    {
        const bool two = points.size() == 2;
        const QLineF now = two ? QLineF(points[0].globalPosition(), points[1].globalPosition()) : QLineF();
        if (two && now == fingers.now) return Ignore; // the same touch once more
        fingers.before = std::exchange(fingers.now, now);
        if (fingers.before.length() < 1 || now.length() < 1) return MayBeGesture;
        fingers.setHotSpot(now.center());
        return TriggerGesture;
    }
};

} // namespace

Qt::GestureType TwoFingers::type()
{
    static const Qt::GestureType known = QGestureRecognizer::registerRecognizer(new Recognizer); // Qt owns it
    return known;
}

} // namespace widgets
