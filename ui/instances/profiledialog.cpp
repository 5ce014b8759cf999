// SPDX-License-Identifier: MIT
#include "ui/instances/profiledialog.h"

#include "core/instance/instanceaddress.h"
#include "ui/instances/profilemore.h"
#include "ui/instances/signinfields.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/glyph.h"
#include "ui/widgets/swatch.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

QString titleFor(ProfileDialog::Purpose purpose, const Profile &profile)
{
    switch (purpose) {
    case ProfileDialog::Purpose::New:
        return ProfileDialog::tr("New Instance");
    case ProfileDialog::Purpose::Edit:
        return ProfileDialog::tr("Edit “%1”").arg(profile.title());
    case ProfileDialog::Purpose::Passing:
        return ProfileDialog::tr("Connect");
    }
    return {};
}

} // namespace

ProfileDialog::ProfileDialog(const Profile &profile, Purpose purpose, QWidget *parent)
    : QDialog(parent)
    , m_before(profile)
    , m_purpose(purpose)
    , m_advice(new QLabel(this))
    , m_area(new QScrollArea(this))
    , m_address(new QLineEdit)
    , m_name(new QLineEdit)
    , m_colour(new QComboBox)
    , m_production(new QCheckBox(tr("This is a production instance")))
    , m_moreButton(new QToolButton)
    , m_keep(new QCheckBox(tr("&Keep in the list of instances")))
    , m_result(new QFrame(this))
    , m_resultSign(new QLabel(m_result))
    , m_resultText(new QLabel(m_result))
    , m_test(new QPushButton(tr("T&est"), this))
    , m_save(new QPushButton(tr("&Save"), this))
    , m_connect(new QPushButton(tr("Co&nnect"), this))
{
    setObjectName(u"profileDialog"_s);
    setWindowTitle(titleFor(purpose, profile));
    build();
    fillIn();
    connect(m_address, &QLineEdit::textEdited, this, [this] { m_isAddressTouched = true; });
    for (QLineEdit *line : {m_address, m_name})
        connect(line, &QLineEdit::textChanged, this, &ProfileDialog::onChanged);
    connect(m_signIn, &SignInFields::changed, this, &ProfileDialog::onChanged);
    connect(m_more, &ProfileMore::changed, this, &ProfileDialog::onChanged);
    connect(m_keep, &QCheckBox::toggled, this, &ProfileDialog::onChanged);
    onChanged();
    QWidget *first = m_address->text().isEmpty() ? m_address : m_signIn->firstEmpty();
    first->setFocus();
}

ProfileDialog::~ProfileDialog() = default;

void ProfileDialog::setKept(const ProfileSecrets &kept)
{
    m_kept = kept;
    onChanged();
}

void ProfileDialog::setKeychainTrouble(const QString &why)
{
    m_signIn->setKeychainTrouble(why);
}

void ProfileDialog::setAdvice(const QString &text)
{
    m_advice->setText(text);
    m_advice->setVisible(!text.isEmpty());
}

Profile ProfileDialog::profile() const
{
    Profile profile = m_before;
    profile.address = m_address->text().trimmed();
    profile.name = m_name->text().simplified();
    profile.colour = m_colour->currentData().toString();
    profile.isProduction = m_production->isChecked();
    profile.signIn = m_signIn->choice();
    m_more->fill(profile);
    return profile;
}

ProfileSecrets ProfileDialog::secrets() const
{
    ProfileSecrets typed = m_signIn->typed();
    typed.proxyPassword = m_more->proxyPassword();
    return isSameInstance() ? typed.completedBy(m_kept) : typed;
}

bool ProfileDialog::keepsInList() const
{
    return m_purpose == Purpose::Edit || m_keep->isChecked();
}

void ProfileDialog::showTestRunning()
{
    m_isTesting = true;
    m_test->setText(tr("Stop T&est"));
    m_connect->setEnabled(false);
    m_save->setEnabled(false);
    showResult(true, tr("Testing: signing in and connecting…"));
    const int side = fontMetrics().height() + 2;
    m_resultSign->setPixmap(
        glyphIcon(Glyph::Working, Tone::Quiet).pixmap(QSize(side, side), devicePixelRatioF()));
}

void ProfileDialog::showTestResult(bool isGood, const QString &text)
{
    m_isTesting = false;
    m_test->setText(tr("T&est"));
    m_connect->setEnabled(true);
    m_save->setEnabled(true);
    showResult(isGood, text);
}

void ProfileDialog::showTrouble(const QString &text)
{
    showResult(false, text);
}

/// Notes come and go deep inside: how high things are is known once the layouts have settled.
bool ProfileDialog::event(QEvent *event)
{
    const bool isTaken = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fitHeight();
    return isTaken;
}

bool ProfileDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        fitHeight();
    return QDialog::eventFilter(watched, event);
}

void ProfileDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    fitHeight();
}

void ProfileDialog::build()
{
    m_advice->setObjectName(u"profileAdvice"_s);
    m_advice->setTextFormat(Qt::PlainText);
    m_advice->setWordWrap(true);
    m_advice->hide();
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(2, 2, 10, 2);
    auto *form = new QGridLayout;
    column->addLayout(form);
    column->addStretch();
    form->setHorizontalSpacing(10);
    form->setVerticalSpacing(6);
    m_rows = std::make_unique<FormRows>(*form);
    buildMain();
    m_area->setObjectName(u"profileArea"_s);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored); // see fitHeight()
    m_area->setWidget(content);
    m_area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    content->installEventFilter(this);
    m_area->setMinimumWidth(fontMetrics().averageCharWidth() * 90);
    buildResult();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 12);
    layout->setSpacing(10);
    layout->addWidget(m_advice);
    layout->addWidget(m_area, 1);
    layout->addWidget(m_result);
    buildButtons();
}

void ProfileDialog::buildMain()
{
    m_address->setObjectName(u"profileAddress"_s);
    m_address->setPlaceholderText(tr("dev12345, or an address"));
    m_rows->add(tr("&Address:"), m_address);
    m_name->setObjectName(u"profileName"_s);
    m_rows->add(tr("Na&me:"), m_name);
    m_signIn = new SignInFields(*m_rows, this);
    m_colour->setObjectName(u"profileColour"_s);
    m_colour->addItem(swatchIcon({}), tr("None"), QString());
    const QList<NamedColour> colours = namedColours();
    for (const NamedColour &each : colours)
        m_colour->addItem(swatchIcon(each.colour), each.name, each.colour.name());
    m_rows->add(tr("Co&lour:"), m_colour);
    m_production->setObjectName(u"profileProduction"_s);
    m_rows->add(m_production)
        ->setHint(tr("Its window is framed and marked, so that it is not taken for another."));

    m_moreButton->setObjectName(u"profileMore"_s);
    m_moreButton->setText(tr("M&ore"));
    m_moreButton->setToolTip(tr("Channels, transport, proxy, own CA, timeouts"));
    m_moreButton->setCheckable(true);
    m_moreButton->setAutoRaise(true);
    m_moreButton->setArrowType(Qt::RightArrow);
    m_moreButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_moreButton->setFocusPolicy(Qt::StrongFocus);
    m_rows->addWide(m_moreButton);
    m_more = new ProfileMore(*m_rows, this);
    connect(m_moreButton, &QToolButton::toggled, this, &ProfileDialog::showMore);
}

void ProfileDialog::buildResult()
{
    m_result->setObjectName(u"profileResult"_s);
    m_resultText->setObjectName(u"profileResultText"_s);
    m_resultText->setTextFormat(Qt::PlainText);
    m_resultText->setWordWrap(true);
    m_resultText->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *layout = new QHBoxLayout(m_result);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_resultSign, 0, Qt::AlignTop);
    layout->addWidget(m_resultText, 1);
    m_result->hide();
}

void ProfileDialog::buildButtons()
{
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"profileCancel"_s);
    m_keep->setObjectName(u"profileKeep"_s);
    m_keep->setVisible(m_purpose != Purpose::Edit);
    m_test->setObjectName(u"profileTest"_s);
    m_test->setToolTip(tr("Signs in and connects for a moment, and says how that went"));
    m_save->setObjectName(u"profileSave"_s);
    m_connect->setObjectName(u"profileConnect"_s);
    m_connect->setDefault(true);
    for (QPushButton *button : {cancel, m_test, m_save})
        button->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(m_test);
    row->addSpacing(12);
    row->addWidget(m_keep);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_save);
    row->addWidget(m_connect);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    QWidget *before = m_test;
    for (QWidget *each : std::initializer_list<QWidget *>{m_keep, cancel, m_save, m_connect})
        setTabOrder(std::exchange(before, each), each);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_test, &QPushButton::clicked, this, [this] {
        if (m_isTesting)
            emit testStopRequested();
        else if (checkAll())
            emit testRequested();
    });
    connect(m_save, &QPushButton::clicked, this, [this] {
        // What is secret may be typed when it is needed.
        checkAddress(true);
        if (!m_rows->note(m_address)->isTrouble() && m_more->check() == nullptr)
            emit saveRequested();
    });
    connect(m_connect, &QPushButton::clicked, this, [this] {
        if (checkAll())
            emit connectRequested();
    });
}

void ProfileDialog::fillIn()
{
    m_address->setText(m_before.address);
    m_name->setText(m_before.name);
    if (!m_before.colour.isEmpty() && m_colour->findData(m_before.colour) < 0)
        m_colour->addItem(swatchIcon(QColor(m_before.colour)), m_before.colour, m_before.colour);
    m_colour->setCurrentIndex(std::max(0, m_colour->findData(m_before.colour)));
    m_production->setChecked(m_before.isProduction);
    m_signIn->setChoice(m_before.signIn);
    m_more->show(m_before);
    m_moreButton->setChecked(m_more->isInUse());
    m_keep->setChecked(m_purpose != Purpose::Passing);
}

void ProfileDialog::onChanged()
{
    checkAddress(m_isAddressTouched);
    m_signIn->setKept(isSameInstance() ? m_kept : ProfileSecrets());
    m_signIn->setProxyHasSecret(m_more->proxyHasSecret());
    m_more->setProxyPasswordKept(isSameInstance() && !m_kept.proxyPassword.isEmpty());
    m_signIn->check(false);
    m_more->check();
    m_save->setVisible(keepsInList());
    if (!m_isTesting)
        m_result->hide(); // it was about what the fields said before
}

bool ProfileDialog::checkAll()
{
    checkAddress(true);
    QWidget *first = m_rows->note(m_address)->isTrouble() ? m_address : nullptr;
    QWidget *signIn = m_signIn->check(true);
    QWidget *more = m_more->check();
    if (more != nullptr)
        m_moreButton->setChecked(true);
    for (QWidget *wrong : {signIn, more})
        first = first != nullptr ? first : wrong;
    if (first != nullptr) {
        first->setFocus();
        bringIntoView(first, 50);
    }
    return first == nullptr;
}

void ProfileDialog::checkAddress(bool all)
{
    const QString text = m_address->text().trimmed();
    const auto parsed = InstanceAddress::parse(text);
    FieldNote *note = m_rows->note(m_address);
    note->setTrouble(all && !parsed ? parsed.error().text : QString());
    const QString site = parsed ? parsed->site().toString() : QString();
    // Said only where it says more than what was typed.
    note->setHint(site.isEmpty() || text.startsWith(site) ? QString() : tr("This is %1").arg(site));
    m_name->setPlaceholderText(parsed ? parsed->displayName() : QString());
}

void ProfileDialog::showResult(bool isGood, const QString &text)
{
    const int side = fontMetrics().height() + 2;
    const QIcon icon =
        isGood ? glyphIcon(Glyph::Check, Tone::Good) : glyphIcon(Glyph::Cross, Tone::Bad);
    m_resultSign->setPixmap(icon.pixmap(QSize(side, side), devicePixelRatioF()));
    m_resultText->setText(text);
    m_result->setAccessibleName(text);
    m_result->show();
}

void ProfileDialog::showMore(bool visible)
{
    m_moreButton->setArrowType(visible ? Qt::DownArrow : Qt::RightArrow);
    m_more->setVisible(visible);
    if (visible)
        bringIntoView(m_moreButton, m_area->height());
}

bool ProfileDialog::isSameInstance() const
{
    const auto before = InstanceAddress::parse(m_before.address);
    const auto typed = InstanceAddress::parse(m_address->text());
    return before && typed && before->site() == typed->site()
        && m_before.signIn.user == m_signIn->choice().user;
}

/// Once the layouts have settled.
void ProfileDialog::bringIntoView(QWidget *field, int margin)
{
    QMetaObject::invokeMethod(
        m_area,
        [this, field, margin] { m_area->ensureWidgetVisible(field, 0, margin); },
        Qt::QueuedConnection);
}

/// As high as its rows, as far as the screen has room.
void ProfileDialog::fitHeight()
{
    if (!isVisible())
        return;
    constexpr int frame = 48; // of the window, and some air
    const int least = layout()->hasHeightForWidth() ? layout()->minimumHeightForWidth(width())
                                                    : layout()->minimumSize().height();
    const int others = least - m_area->minimumHeight();
    const int wanted = m_area->widget()->heightForWidth(m_area->viewport()->width());
    const int most = screen()->availableSize().height() - frame - others;
    const int height = std::max(0, std::min(wanted, most));
    m_area->setMinimumHeight(height);
    resize(width(), height + others);
}

} // namespace amb
