-- Nobody changes what was, not even who may write the rest of the file.

CREATE TRIGGER urba_audit_update_refuse BEFORE UPDATE ON urba_audit
BEGIN
    SELECT RAISE(ABORT, 'urba_audit ne se modifie pas : on y ajoute seulement');
END;
CREATE TRIGGER urba_audit_delete_refuse BEFORE DELETE ON urba_audit
BEGIN
    SELECT RAISE(ABORT, 'urba_audit ne se modifie pas : on y ajoute seulement');
END;
CREATE TRIGGER urba_histoire_update_refuse BEFORE UPDATE ON urba_histoire
BEGIN
    SELECT RAISE(ABORT, 'urba_histoire ne se modifie pas : on y ajoute seulement');
END;
CREATE TRIGGER urba_histoire_delete_refuse BEFORE DELETE ON urba_histoire
BEGIN
    SELECT RAISE(ABORT, 'urba_histoire ne se modifie pas : on y ajoute seulement');
END;
CREATE TRIGGER urba_version_update_refuse BEFORE UPDATE ON urba_version
BEGIN
    SELECT RAISE(ABORT, 'urba_version ne se modifie pas : on y ajoute seulement');
END;
CREATE TRIGGER urba_version_delete_refuse BEFORE DELETE ON urba_version
BEGIN
    SELECT RAISE(ABORT, 'urba_version ne se modifie pas : on y ajoute seulement');
END;

-- The codes of the standard, all versions; rows of before are left as they are.
CREATE TRIGGER urba_zone_typezone_insert BEFORE INSERT ON urba_zone
WHEN NEW.typezone NOT IN ('U', 'AUc', 'AUs', 'Ah', 'Nd', 'A', 'N', 'Nh', 'UE')
BEGIN
    SELECT RAISE(ABORT, 'CHECK constraint failed: urba_zone.typezone');
END;
CREATE TRIGGER urba_zone_typezone_update BEFORE UPDATE OF typezone ON urba_zone
WHEN NEW.typezone NOT IN ('U', 'AUc', 'AUs', 'Ah', 'Nd', 'A', 'N', 'Nh', 'UE')
BEGIN
    SELECT RAISE(ABORT, 'CHECK constraint failed: urba_zone.typezone');
END;
