// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

namespace amb {

/// The frame around the window of a production instance. It lies over the window and takes neither
/// room for itself nor the mouse.
class ProductionFrame : public QWidget
{
    Q_OBJECT

public:
    /// How wide the frame is, in pixels; the window keeps that much free.
    static constexpr int frameWidth = 3;

    explicit ProductionFrame(QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

/// The word that marks what belongs to a production instance, with its sign and a frame.
class ProductionMark : public QFrame
{
    Q_OBJECT

public:
    explicit ProductionMark(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace amb
