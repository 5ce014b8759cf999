// SPDX-License-Identifier: MIT
#include "core/doctor/doctorwords.h"
#include "core/doctor/steps.h"
#include "core/doctor/tlsinspectors.h"
#include "core/transport/tlswords.h"

#include <QLocale>
#include <QSslCipher>

#include <algorithm>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

using Words = DoctorWords;

QString protocolText(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_2:
        return u"TLS 1.2"_s;
    case QSsl::TlsV1_3:
        return u"TLS 1.3"_s;
    default:
        return Words::tr("another version");
    }
}

QString dateText(const QDateTime &time)
{
    return QLocale().toString(time.date(), QLocale::ShortFormat);
}

QString namesOf(const QSslCertificate &certificate)
{
    QStringList names = certificate.subjectAlternativeNames().values();
    names.sort();
    return names.isEmpty() ? certificate.subjectDisplayName() : names.join(u", "_s);
}

QString chainLine(const QSslCertificate &certificate)
{
    return Words::tr("%1\nissued by %2\nvalid from %3 to %4\nfor %5\nSHA-256 %6")
        .arg(certificate.subjectDisplayName(),
             certificate.issuerDisplayName(),
             dateText(certificate.effectiveDate()),
             dateText(certificate.expiryDate()),
             namesOf(certificate),
             QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':')));
}

TlsFindings::Trust trustFor(const QList<QSslError> &errors)
{
    using Trust = TlsFindings::Trust;
    Trust trust = Trust::Failed;
    for (const QSslError &error : errors) {
        switch (error.error()) {
        case QSslError::SelfSignedCertificate:
        case QSslError::SelfSignedCertificateInChain:
        case QSslError::UnableToGetIssuerCertificate:
        case QSslError::UnableToGetLocalIssuerCertificate:
        case QSslError::UnableToVerifyFirstCertificate:
        case QSslError::CertificateUntrusted:
            return Trust::UnknownAuthority; // the weightiest: who it is for does not matter then
        case QSslError::CertificateExpired:
            trust = Trust::Expired;
            break;
        case QSslError::CertificateNotYetValid:
            trust = Trust::NotYetValid;
            break;
        case QSslError::HostNameMismatch:
            if (trust == Trust::Failed)
                trust = Trust::WrongName;
            break;
        default:
            break;
        }
    }
    return trust;
}

class TlsStep : public DoctorStepRun
{
public:
    using DoctorStepRun::DoctorStepRun;

    void start() override
    {
        if (context().site().scheme() != "https"_L1) {
            sayDone(Words::tr("Looked at the address."));
            findings().tls.trust = TlsFindings::Trust::NotUsed;
            say(StepOutcome::Note, Words::tr("The address is plain http: nothing is encrypted."));
            QMetaObject::invokeMethod(this, &DoctorStepRun::finished, Qt::QueuedConnection);
            return;
        }
        sayDone(Words::tr("Made a secure connection and checked the certificates."));
        m_wire = std::make_unique<Wire>(context().options.network, context().proxy);
        connect(m_wire.get(), &Wire::opened, this, [this] { takeGood(); });
        connect(m_wire.get(), &Wire::ended, this, [this](WireEnd, const QString &said) {
            takeBad(said);
        });
        m_wire->open(context().site());
    }

    void giveUp() override
    {
        findings().tls.trust = TlsFindings::Trust::Failed;
        say(StepOutcome::Failed, Words::tr("The TLS handshake was not answered in time."));
    }

private:
    void noteChain()
    {
        TlsFindings &tls = findings().tls;
        const QList<QSslCertificate> &chain = m_wire->chain();
        for (qsizetype i = 0; i < chain.size(); ++i)
            note(Words::tr("Certificate %1").arg(i + 1), chainLine(chain.at(i)));
        if (chain.isEmpty())
            return;
        tls.issuer = chain.first().issuerDisplayName();
        tls.names = namesOf(chain.first());
        tls.validUntil = dateText(chain.first().expiryDate());
        tls.byOwnAuthority = std::ranges::any_of(
            context().options.network.ownCertificates, [&chain](const QSslCertificate &own) {
                return chain.contains(own)
                    || own.subjectInfo(QSslCertificate::CommonName)
                    == chain.last().issuerInfo(QSslCertificate::CommonName);
            });
        tls.inspector = inspectorIn(chain);
    }

    /// An instance in ServiceNow's own cloud has a certificate that all systems trust.
    void suspectOwnAuthority()
    {
        TlsFindings &tls = findings().tls;
        const bool isPrivate =
            tls.byOwnAuthority || tls.trust == TlsFindings::Trust::UnknownAuthority;
        if (tls.inspector.isEmpty() && isPrivate && findings().isHosted)
            tls.inspector = u"“%1”"_s.arg(tls.issuer);
    }

    void takeGood()
    {
        findings().tls.trust = TlsFindings::Trust::Trusted;
        const QSslSocket &socket = m_wire->socket();
        note(Words::tr("Version"), protocolText(socket.sessionProtocol()));
        note(Words::tr("Cipher"), socket.sessionCipher().name());
        noteChain();
        suspectOwnAuthority();
        const TlsFindings &tls = findings().tls;
        if (!tls.inspector.isEmpty())
            say(StepOutcome::Warning,
                Words::tr("Trusted, but TLS is opened on the way by %1.").arg(tls.inspector));
        else if (tls.byOwnAuthority)
            say(StepOutcome::Note,
                Words::tr("Trusted by an own CA: issued by “%1”.").arg(tls.issuer));
        else
            say(StepOutcome::Good,
                Words::tr("%1, issued by “%2”, valid to %3.")
                    .arg(protocolText(socket.sessionProtocol()), tls.issuer, tls.validUntil));
        m_wire->abort();
        emit finished();
    }

    void takeBad(const QString &said)
    {
        const QList<QSslError> &errors = m_wire->tlsErrors();
        findings().tls.trust = trustFor(errors);
        noteChain();
        suspectOwnAuthority();
        note(Words::tr("What is wrong"), tlsDetail(errors, said));
        say(StepOutcome::Failed, tlsWords(context().site().host(), errors, said));
        emit finished();
    }

    std::unique_ptr<Wire> m_wire;
};

} // namespace

std::unique_ptr<DoctorStepRun> steps::tls(DoctorContext &context)
{
    return std::make_unique<TlsStep>(context);
}

} // namespace amb
