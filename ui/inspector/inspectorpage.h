// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturetypes.h"

#include <QByteArray>
#include <QWidget>

namespace amb {

/// What the inspector shows. Stays whole when its row is dropped from the capture.
struct InspectedMessage
{
    Row row{};
    RowInfo info;
    QByteArray bytes; ///< as received; what is no JSON without the quotes that a capture adds
};

/// One way to look at one message; a tab of the inspector.
class InspectorPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Called for the visible page only.
    virtual void setMessage(const InspectedMessage &message) = 0;

signals:
    /// The list is to be narrowed to a term of the filter language, or to all but that.
    void filterRequested(const QString &term, bool isLeftOut);
    /// The value at this path is to be a column of the list.
    void columnRequested(const QString &path);
};

} // namespace amb
