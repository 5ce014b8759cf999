// SPDX-License-Identifier: MIT
#pragma once

#include "ui/channelmodel.h"

#include <QAbstractItemDelegate>

namespace amb {

/// Draws a subscription on two lines: name and count, then state and traffic. A refusal gets as
/// many lines as its words need, within reason.
class ChannelDelegate : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    /// The model must be the view's and outlive the delegate.
    explicit ChannelDelegate(const ChannelModel &model, QObject *parent = nullptr);

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

    /// A refusal's words as far as a row of that width shows them; what is cut ends with “…”.
    [[nodiscard]] static QString fitted(const QString &text, const QFont &font, int width);

private:
    const ChannelModel &m_model;
};

} // namespace amb
