// SPDX-License-Identifier: MIT
#pragma once

#include "ui/channelmodel.h"

#include <QAbstractItemDelegate>

namespace amb {

/// Draws a subscription on two lines: name and count, then state and traffic. A refusal gets as
/// many lines as its words need.
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

private:
    const ChannelModel &m_model;
};

} // namespace amb
