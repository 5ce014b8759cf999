// SPDX-License-Identifier: MIT
#pragma once

#include "core/connectionstatus.h"

#include <QList>
#include <QTimer>
#include <QWidget>

namespace amb {

/// The connection over time as a strip: full where WebSocket carried it, hatched where long-polling
/// did, a line where there was none.
class ConnectionStrip : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionStrip(QWidget *parent = nullptr);

    void setStatus(const ConnectionStatus &status);
    /// What the strip shows at a time, in words; empty before the first status.
    [[nodiscard]] QString textAt(Timestamp time) const;
    /// All of it in words: "WebSocket 42 min, not connected 3 s, …", newest first.
    [[nodiscard]] QString summary(Timestamp time) const;

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    enum class Phase : quint8 {
        WebSocket,
        LongPolling,
        Working, ///< signing in, handshaking, connecting
        Down, ///< disconnected, or waiting for the next attempt
    };

    struct Segment
    {
        Timestamp begin;
        Phase phase = Phase::Down;
        QString why; ///< reason or trouble at that time
    };

    static Phase phaseOf(const ConnectionStatus &status);
    static QString wordFor(Phase phase);
    void paintSegment(QPainter &painter, const QRectF &area, Phase phase) const;
    [[nodiscard]] Timestamp timeAt(double x) const;
    [[nodiscard]] Timestamp begin() const;

    QList<Segment> m_segments;
    QTimer m_clock;
};

} // namespace amb
