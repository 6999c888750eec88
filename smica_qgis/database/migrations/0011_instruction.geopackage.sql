-- What was received, found, said and decided is not changed afterwards, not even by who may write the rest of the file.

CREATE TRIGGER inst_fichier_update_refuse BEFORE UPDATE ON inst_fichier
BEGIN
    SELECT RAISE(ABORT, 'inst_fichier ne se modifie pas : on y ajoute seulement');
END;
CREATE TRIGGER inst_fichier_delete_refuse BEFORE DELETE ON inst_fichier
BEGIN
    SELECT RAISE(ABORT, 'inst_fichier ne se modifie pas : on y ajoute seulement');
END;
CREATE TRIGGER inst_table_update_refuse BEFORE UPDATE ON inst_table
BEGIN
    SELECT RAISE(ABORT, 'inst_table ne se modifie pas : on y ajoute seulement');
END;
CREATE TRIGGER inst_table_delete_refuse BEFORE DELETE ON inst_table
BEGIN
    SELECT RAISE(ABORT, 'inst_table ne se modifie pas : on y ajoute seulement');
END;
CREATE TRIGGER inst_constat_update_refuse BEFORE UPDATE ON inst_constat
BEGIN
    SELECT RAISE(ABORT, 'inst_constat ne se modifie pas : on y ajoute seulement');
END;
CREATE TRIGGER inst_constat_delete_refuse BEFORE DELETE ON inst_constat
BEGIN
    SELECT RAISE(ABORT, 'inst_constat ne se modifie pas : on y ajoute seulement');
END;
CREATE TRIGGER inst_exception_update_refuse BEFORE UPDATE ON inst_exception
BEGIN
    SELECT RAISE(ABORT, 'inst_exception ne se modifie pas : on y ajoute seulement');
END;
CREATE TRIGGER inst_exception_delete_refuse BEFORE DELETE ON inst_exception
BEGIN
    SELECT RAISE(ABORT, 'inst_exception ne se modifie pas : on y ajoute seulement');
END;
CREATE TRIGGER inst_message_update_refuse BEFORE UPDATE ON inst_message
BEGIN
    SELECT RAISE(ABORT, 'inst_message ne se modifie pas : on y ajoute seulement');
END;
CREATE TRIGGER inst_message_delete_refuse BEFORE DELETE ON inst_message
BEGIN
    SELECT RAISE(ABORT, 'inst_message ne se modifie pas : on y ajoute seulement');
END;
CREATE TRIGGER inst_mouvement_update_refuse BEFORE UPDATE ON inst_mouvement
BEGIN
    SELECT RAISE(ABORT, 'inst_mouvement ne se modifie pas : on y ajoute seulement');
END;
CREATE TRIGGER inst_mouvement_delete_refuse BEFORE DELETE ON inst_mouvement
BEGIN
    SELECT RAISE(ABORT, 'inst_mouvement ne se modifie pas : on y ajoute seulement');
END;
CREATE TRIGGER inst_certificat_update_refuse BEFORE UPDATE ON inst_certificat
BEGIN
    SELECT RAISE(ABORT, 'inst_certificat ne se modifie pas : on y ajoute seulement');
END;
CREATE TRIGGER inst_certificat_delete_refuse BEFORE DELETE ON inst_certificat
BEGIN
    SELECT RAISE(ABORT, 'inst_certificat ne se modifie pas : on y ajoute seulement');
END;
CREATE TRIGGER inst_tour_delete_refuse BEFORE DELETE ON inst_tour
BEGIN
    SELECT RAISE(ABORT, 'inst_tour ne se retire pas');
END;
CREATE TRIGGER inst_tour_update_refuse BEFORE UPDATE ON inst_tour
WHEN OLD.manifeste_sha256 <> NEW.manifeste_sha256 OR OLD.rapport <> NEW.rapport OR OLD.numero <> NEW.numero
BEGIN
    SELECT RAISE(ABORT, 'inst_tour ne change que d''état');
END;
