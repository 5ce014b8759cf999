// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QWidget>

namespace amb {

/// One way to look at one message; a tab of the inspector.
class InspectorPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Shows a message's bytes as they were received. Called for the visible page only.
    virtual void setMessage(const QByteArray &message) = 0;
};

} // namespace amb
