// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturetypes.h"

#include <QList>
#include <QObject>
#include <QUrl>

#include <memory>

class QDockWidget;
class QMainWindow;

namespace amb {

class CaptureStore;
class Decoders;
class Inspector;

/// The messages that are pinned beside the live inspector: each in a pane of its own, which stays
/// as it is while the live one follows the list, and is gone when it is closed.
class PinnedMessages : public QObject
{
    Q_OBJECT

public:
    /// store must outlive it; site is the instance's.
    PinnedMessages(QMainWindow &window,
                   const CaptureStore &store,
                   Inspector &live,
                   QDockWidget &liveDock,
                   const QUrl &site);

    void setDecoders(const std::shared_ptr<const Decoders> &decoders);
    /// The panes that are open, oldest first.
    [[nodiscard]] QList<QDockWidget *> docks() const;
    /// Pins what the live inspector shows.
    void pin();
    void pinRow(Row row);
    /// Shows the live inspector with where its message differs from this one.
    void compareWith(Row row);

signals:
    /// A message is to be shown in the list.
    void rowRequested(amb::Row row);
    /// The list is to be narrowed to a term of the filter language, or to all but that.
    void filterRequested(const QString &term, bool isLeftOut);
    /// The value at this path is to be a column of the list.
    void columnRequested(const QString &path);

private:
    Inspector *addPin();
    void giveHeight();
    void connectInspector(Inspector &inspector);

    QMainWindow &m_window;
    const CaptureStore &m_store;
    Inspector &m_live;
    QDockWidget &m_liveDock;
    QUrl m_site;
    std::shared_ptr<const Decoders> m_decoders;
    int m_number = 0;
};

} // namespace amb
