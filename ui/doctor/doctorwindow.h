// SPDX-License-Identifier: MIT
#pragma once

#include "core/doctor/doctor.h"

#include <QDialog>

#include <memory>
#include <optional>

class QCheckBox;
class QFileDialog;
class QLabel;
class QProgressBar;
class QPushButton;
class QSplitter;
class QTreeWidget;
class QTreeWidgetItem;

namespace amb {

class DoctorVerdictPanel;
class FoldedTextEdit;

/// The connection doctor in a window of its own: the verdict, a checklist that fills while it runs,
/// and the evidence of the chosen step.
class DoctorWindow : public QDialog
{
    Q_OBJECT

public:
    explicit DoctorWindow(std::unique_ptr<Doctor> doctor, QWidget *parent = nullptr);
    ~DoctorWindow() override;

    /// Begins a run unless one is under way. When it ends, the step that shows the trouble is
    /// chosen.
    void start();

protected:
    void done(int result) override;

private:
    void build();
    void makeRoom();
    QWidget *buildList();
    QWidget *buildButtons();
    void fillChecklist();
    void toggleRun();
    void onStarted(DoctorStep step);
    void onStep(const StepReport &report);
    void onFinished(const DoctorReport &report);
    void showEvidence();
    void showRunning(bool isRunning);
    void copySummary();
    void openSave();
    void save(const QString &path);
    [[nodiscard]] QTreeWidgetItem *itemFor(DoctorStep step) const;
    [[nodiscard]] std::optional<StepReport> reportOf(const QTreeWidgetItem *item) const;
    [[nodiscard]] int sideOfSigns() const;

    std::unique_ptr<Doctor> m_doctor;
    DoctorVerdictPanel *m_verdict;
    QSplitter *m_splitter;
    QTreeWidget *m_list;
    FoldedTextEdit *m_evidence;
    QProgressBar *m_progress;
    QCheckBox *m_hold;
    QPushButton *m_runButton;
    QPushButton *m_copyButton;
    QPushButton *m_saveButton;
    QLabel *m_notice;
    bool m_userChose = false; ///< a step in this run: it stays chosen
};

} // namespace amb
