// SPDX-License-Identifier: MIT
#pragma once

#include "ui/channels/channeltree.h"

#include <QAbstractItemDelegate>

namespace amb {

/// Draws a subscription on two lines: name and count, then state and traffic. A
/// refusal gets as many lines as its words need, within reason.
class ChannelDelegate : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    /// The tree must be the view's model and outlive the delegate.
    explicit ChannelDelegate(const ChannelTree &tree, QObject *parent = nullptr);

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

    /// A refusal's words as far as lines of that width show them; what is cut
    /// ends with “…”.
    [[nodiscard]] static QString fitted(const QString &text,
                                        const QFont &font,
                                        int width,
                                        int mostLines);

private:
    [[nodiscard]] int mostRefusalLines() const;
    void paintFigure(QPainter &painter,
                     const QStyleOptionViewItem &option,
                     const QModelIndex &index) const;
    int paintName(QPainter &painter,
                  const QStyleOptionViewItem &option,
                  const QModelIndex &index,
                  const ChannelTree::Item &item) const;
    void paintDetail(QPainter &painter,
                     const QStyleOptionViewItem &option,
                     const QModelIndex &index,
                     const ChannelTree::Item &item,
                     int nameBottom) const;

    const ChannelTree &m_tree;
};

} // namespace amb
