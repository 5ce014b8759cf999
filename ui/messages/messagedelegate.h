// SPDX-License-Identifier: MIT
#pragma once

#include "ui/messages/messagemodel.h"

#include <QAbstractItemDelegate>
#include <QFont>
#include <QHash>

namespace amb {

/// Draws the cells of the message list from ready strings; one text and at most one sign each.
class MessageDelegate : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    /// The model must be the view's and outlive the delegate.
    explicit MessageDelegate(const MessageModel &model, QObject *parent = nullptr);

    /// For channels, times and sizes; words use the view's own font.
    void setPayloadFont(const QFont &font);
    [[nodiscard]] const QFont &payloadFont() const { return m_payloadFont; }
    /// Room on each side of a text.
    [[nodiscard]] int margin() const { return m_margin; }
    void setMargin(int margin) { m_margin = margin; }

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    const MessageModel &m_model;
    /// ASCII text of the payload font: its width is known without shaping it.
    void drawPayload(QPainter *painter, const QRect &rect, const QString &text, bool right) const;
    /// A name in words or as code, cut in its middle: channels differ at both ends.
    void drawChannel(QPainter *painter, const QRect &rect, const QString &name) const;
    /// Any text in the view's font.
    static void drawWords(QPainter *painter, const QRect &rect, const QString &text);

    QFont m_payloadFont;
    qreal m_payloadAdvance = 0; ///< width of every ASCII character
    int m_margin = 4;
    mutable QHash<QString, QString> m_cutNames; ///< as they fit into m_cutWidth
    mutable int m_cutWidth = 0;
};

} // namespace amb
