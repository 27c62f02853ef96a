// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

/// An authority of the test's own and certificates signed by it, made by the openssl command; gone with the
/// object.
class Certificates {
public:
    static QString program() { return QStandardPaths::findExecutable(QStringLiteral("openssl")); }

    Certificates()
    {
        m_good =
            openssl({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                     QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-keyout"),
                     key(QStringLiteral("ca")), QStringLiteral("-out"), authority(), QStringLiteral("-days"),
                     QStringLiteral("30"), QStringLiteral("-subj"), QStringLiteral("/CN=Test authority")});
    }
    bool isGood() const { return m_good; }
    QString file(const QString& name) const { return m_folder.filePath(name); }
    QString authority() const { return file(QStringLiteral("ca.pem")); }
    QString certificate(const QString& name) const { return file(name + QStringLiteral(".pem")); }
    QString key(const QString& name) const { return file(name + QStringLiteral(".key")); }

    /// A key and its certificate of that file name, for a host or a person; by days it may be over already.
    bool make(const QString& name, const QString& commonName, const QString& alternative = {}, int days = 30)
    {
        QFile extensions(file(name + QStringLiteral(".ext")));
        if (!extensions.open(QIODevice::WriteOnly)) return false;
        extensions.write("basicConstraints=CA:FALSE\n");
        if (!alternative.isEmpty()) extensions.write("subjectAltName=" + alternative.toUtf8() + '\n');
        extensions.close();
        const QString request = file(name + QStringLiteral(".csr"));
        return openssl({QStringLiteral("req"), QStringLiteral("-utf8"), QStringLiteral("-new"),
                        QStringLiteral("-newkey"), QStringLiteral("rsa:2048"), QStringLiteral("-nodes"),
                        QStringLiteral("-keyout"), key(name), QStringLiteral("-out"), request,
                        QStringLiteral("-subj"), QStringLiteral("/CN=") + commonName}) &&
               openssl({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"), request,
                        QStringLiteral("-CA"), authority(), QStringLiteral("-CAkey"),
                        key(QStringLiteral("ca")), QStringLiteral("-CAcreateserial"), QStringLiteral("-out"),
                        certificate(name), QStringLiteral("-days"), QString::number(days),
                        QStringLiteral("-extfile"), extensions.fileName()});
    }

private:
    static bool openssl(const QStringList& words)
    {
        QProcess process;
        process.start(program(), words);
        return process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit &&
               process.exitCode() == 0;
    }

    QTemporaryDir m_folder;
    bool m_good = false;
};
