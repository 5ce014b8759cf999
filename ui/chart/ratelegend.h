// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QList>
#include <QWidget>

namespace amb {

/// What the colours of a chart stand for, in one line; what has no room is told on hover.
class RateLegend : public QWidget
{
    Q_OBJECT

public:
    struct Entry
    {
        QColor color;
        QString title;

        friend bool operator==(const Entry &, const Entry &) = default;
    };

    explicit RateLegend(QWidget *parent = nullptr);

    void setEntries(const QList<Entry> &entries);
    [[nodiscard]] const QList<Entry> &entries() const { return m_entries; }
    /// The most that one text may take so that all fit into room: what short ones leave goes to the
    /// long ones.
    [[nodiscard]] static int fairShare(QList<int> wanted, int room);
    /// Stands instead of the entries where there are none.
    void setEmptyText(const QString &text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<Entry> m_entries;
    QString m_emptyText;
};

} // namespace amb
