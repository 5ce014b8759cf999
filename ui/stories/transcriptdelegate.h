// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractItemDelegate>

namespace amb {

class TranscriptModel;

/// Draws a line of a transcript: who and when above, what was said below, wrapped.
class TranscriptDelegate : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    /// The model must outlive the delegate.
    TranscriptDelegate(const TranscriptModel &model, QObject *parent);

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    const TranscriptModel &m_model;
};

} // namespace amb
