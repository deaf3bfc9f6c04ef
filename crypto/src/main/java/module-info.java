/** Passwords, access tokens, encrypted fields and signatures. */
module dev.hauberk.crypto {
    requires transitive dev.hauberk.core;
    requires org.bouncycastle.provider;
    requires com.nulabinc.zxcvbn;
    requires java.net.http;
    requires com.nimbusds.jose.jwt;
    requires transitive java.sql;
    requires static jakarta.validation;
    requires static com.google.i18n.phonenumbers.libphonenumber;
    requires static tools.jackson.databind;

    exports dev.hauberk.crypto.field;
    exports dev.hauberk.crypto.password;
    exports dev.hauberk.crypto.rotation;
    exports dev.hauberk.crypto.token;
    exports dev.hauberk.crypto.validation;
}
