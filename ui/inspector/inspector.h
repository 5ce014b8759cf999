// SPDX-License-Identifier: MIT
#pragma once

#include "core/reading/rowreader.h"
#include "ui/inspector/inspectorpage.h"

#include <QUrl>
#include <QWidget>

#include <optional>

class QStackedWidget;
class QTabWidget;
class QToolButton;

namespace amb {

class CaptureStore;
class DifferencePage;
class ElidedLabel;
class JsonTreePage;
class RawPage;

/// One message in full: what it is, and one tab for each way to look at it.
class Inspector : public QWidget
{
    Q_OBJECT

public:
    /// The store must outlive the inspector.
    explicit Inspector(const CaptureStore &store, QWidget *parent = nullptr);

    /// Shows a row, or nothing. The message stays even when its row is dropped.
    void setRow(std::optional<Row> row);
    /// Shows a message that stays whatever becomes of the capture.
    void setMessage(const InspectedMessage &message);
    /// What is shown, if anything.
    [[nodiscard]] std::optional<InspectedMessage> message() const;
    /// Compares what is shown with this row from now on.
    void compareWith(Row row);
    /// Where records are opened in a browser; an empty address: nowhere.
    void setSite(const QUrl &site);
    /// It is one beside the live one, and stays as it is.
    void setPinned();
    /// Says what messages mean with other decoders from now on.
    void setDecoders(std::shared_ptr<const Decoders> decoders);
    [[nodiscard]] QTabWidget &tabs() { return *m_tabs; }
    [[nodiscard]] RawPage &rawPage() { return *m_rawPage; }

signals:
    void titleChanged(const QString &title);
    void pinRequested();
    /// Another message is to be shown in the list.
    void rowRequested(amb::Row row);
    /// The list is to be narrowed to a term of the filter language, or to all but that.
    void filterRequested(const QString &term, bool isLeftOut);
    /// The value at this path is to be a column of the list.
    void columnRequested(const QString &path);
    /// Something is to be said to the user in passing.
    void noticeRequested(const QString &text);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *buildHead();
    void addPage(InspectorPage *page, const QString &title);
    [[nodiscard]] InspectedMessage read(Row row) const;
    void showHead();
    void showRecord();
    void openRecord();
    void showOnAllPages();
    void showOnCurrentPage();

    const CaptureStore &m_store;
    RowReader m_reader;
    std::optional<Row> m_row;
    InspectedMessage m_message;
    QList<InspectorPage *> m_stale; ///< pages that do not show m_message yet
    QStackedWidget *m_stack;
    ElidedLabel *m_title;
    ElidedLabel *m_facts;
    ElidedLabel *m_path;
    QTabWidget *m_tabs;
    JsonTreePage *m_treePage;
    RawPage *m_rawPage;
    DifferencePage *m_differencePage;
    QToolButton *m_openButton;
    QToolButton *m_pinButton;
    QUrl m_site;
    QUrl m_recordPage; ///< of the record that the message is about; may be empty
};

} // namespace amb
