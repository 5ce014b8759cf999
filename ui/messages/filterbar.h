// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/filter.h"
#include "ui/filter/savedfilters.h"

#include <QTimer>
#include <QWidget>

class QMenu;
class QToolButton;

namespace amb {

class ElidedLabel;
class FilterField;
class MessageModel;

/// The quick filter over the message list: what is typed is applied while it is right, pointed at
/// while it is not, and can be kept.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    /// The model must outlive the bar.
    explicit FilterBar(MessageModel &model, QWidget *parent = nullptr);

    void focusField();
    void setFilterText(const QString &text);
    /// Adds a term to the filter, or leaves out what matches it; undo takes that back.
    void narrow(const QString &term, bool isLeftOut);
    /// Shows only messages of these channels; takes the place of the channels it showed last.
    void showChannels(const QStringList &channels);
    [[nodiscard]] QString filterText() const;

signals:
    /// On to the list, by key.
    void leaveRequested();

private:
    void buildSaved();
    void read();
    void apply();
    void clear();
    void showHits();
    void replaceText(const QString &text);
    void fillMenu();

    MessageModel &m_model;
    SavedFilters m_saved;
    FilterField *m_field;
    ElidedLabel *m_hits;
    ElidedLabel *m_problem;
    QToolButton *m_savedButton;
    QMenu *m_menu;
    Filter m_filter; ///< the last that was right
    QString m_channels; ///< the term that showChannels() added last
    QTimer m_delay; ///< until typing rests for a moment
};

} // namespace amb
