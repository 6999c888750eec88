-- What is in force, for map servers and for whoever reads the store with something else than this plugin.

CREATE VIEW urba_document_en_vigueur AS SELECT d.* FROM urba_document d
    WHERE d.etat_publication IS NULL OR d.etat_publication = 'published';
--view urba_document_en_vigueur - "Documents en vigueur"

CREATE VIEW urba_zone_en_vigueur AS
    SELECT t.* FROM urba_zone t JOIN urba_document d ON d.document_id = t.document_id
    WHERE d.etat_publication IS NULL OR d.etat_publication = 'published';
--view urba_zone_en_vigueur MULTIPOLYGON "Zones d'urbanisme, en vigueur"

CREATE VIEW urba_prescription_surf_en_vigueur AS
    SELECT t.* FROM urba_prescription_surf t JOIN urba_document d ON d.document_id = t.document_id
    WHERE d.etat_publication IS NULL OR d.etat_publication = 'published';
--view urba_prescription_surf_en_vigueur MULTIPOLYGON "Prescriptions (surfaces), en vigueur"

CREATE VIEW urba_prescription_lin_en_vigueur AS
    SELECT t.* FROM urba_prescription_lin t JOIN urba_document d ON d.document_id = t.document_id
    WHERE d.etat_publication IS NULL OR d.etat_publication = 'published';
--view urba_prescription_lin_en_vigueur MULTILINESTRING "Prescriptions (lignes), en vigueur"

CREATE VIEW urba_prescription_pct_en_vigueur AS
    SELECT t.* FROM urba_prescription_pct t JOIN urba_document d ON d.document_id = t.document_id
    WHERE d.etat_publication IS NULL OR d.etat_publication = 'published';
--view urba_prescription_pct_en_vigueur MULTIPOINT "Prescriptions (points), en vigueur"

CREATE VIEW urba_info_surf_en_vigueur AS
    SELECT t.* FROM urba_info_surf t JOIN urba_document d ON d.document_id = t.document_id
    WHERE d.etat_publication IS NULL OR d.etat_publication = 'published';
--view urba_info_surf_en_vigueur MULTIPOLYGON "Informations (surfaces), en vigueur"

CREATE VIEW urba_info_lin_en_vigueur AS
    SELECT t.* FROM urba_info_lin t JOIN urba_document d ON d.document_id = t.document_id
    WHERE d.etat_publication IS NULL OR d.etat_publication = 'published';
--view urba_info_lin_en_vigueur MULTILINESTRING "Informations (lignes), en vigueur"

CREATE VIEW urba_info_pct_en_vigueur AS
    SELECT t.* FROM urba_info_pct t JOIN urba_document d ON d.document_id = t.document_id
    WHERE d.etat_publication IS NULL OR d.etat_publication = 'published';
--view urba_info_pct_en_vigueur MULTIPOINT "Informations (points), en vigueur"

CREATE VIEW sup_acte_en_vigueur AS
    SELECT t.* FROM sup_acte t JOIN urba_document d ON d.document_id = t.document_id
    WHERE d.etat_publication IS NULL OR d.etat_publication = 'published';
--view sup_acte_en_vigueur - "Actes des servitudes, en vigueur"

CREATE VIEW sup_servitude_en_vigueur AS
    SELECT t.* FROM sup_servitude t JOIN urba_document d ON d.document_id = t.document_id
    WHERE d.etat_publication IS NULL OR d.etat_publication = 'published';
--view sup_servitude_en_vigueur - "Servitudes d'utilité publique, en vigueur"

CREATE VIEW sup_generateur_s_en_vigueur AS
    SELECT t.* FROM sup_generateur_s t JOIN urba_document d ON d.document_id = t.document_id
    WHERE d.etat_publication IS NULL OR d.etat_publication = 'published';
--view sup_generateur_s_en_vigueur MULTIPOLYGON "Générateurs de servitudes (surfaces), en vigueur"

CREATE VIEW sup_generateur_l_en_vigueur AS
    SELECT t.* FROM sup_generateur_l t JOIN urba_document d ON d.document_id = t.document_id
    WHERE d.etat_publication IS NULL OR d.etat_publication = 'published';
--view sup_generateur_l_en_vigueur MULTILINESTRING "Générateurs de servitudes (lignes), en vigueur"

CREATE VIEW sup_generateur_p_en_vigueur AS
    SELECT t.* FROM sup_generateur_p t JOIN urba_document d ON d.document_id = t.document_id
    WHERE d.etat_publication IS NULL OR d.etat_publication = 'published';
--view sup_generateur_p_en_vigueur MULTIPOINT "Générateurs de servitudes (points), en vigueur"

CREATE VIEW sup_assiette_s_en_vigueur AS
    SELECT t.* FROM sup_assiette_s t JOIN urba_document d ON d.document_id = t.document_id
    WHERE d.etat_publication IS NULL OR d.etat_publication = 'published';
--view sup_assiette_s_en_vigueur MULTIPOLYGON "Assiettes de servitudes (surfaces), en vigueur"

CREATE VIEW sup_assiette_l_en_vigueur AS
    SELECT t.* FROM sup_assiette_l t JOIN urba_document d ON d.document_id = t.document_id
    WHERE d.etat_publication IS NULL OR d.etat_publication = 'published';
--view sup_assiette_l_en_vigueur MULTILINESTRING "Assiettes de servitudes (lignes), en vigueur"

CREATE VIEW sup_assiette_p_en_vigueur AS
    SELECT t.* FROM sup_assiette_p t JOIN urba_document d ON d.document_id = t.document_id
    WHERE d.etat_publication IS NULL OR d.etat_publication = 'published';
--view sup_assiette_p_en_vigueur MULTIPOINT "Assiettes de servitudes (points), en vigueur"

CREATE VIEW urba_habillage_surf_en_vigueur AS
    SELECT t.* FROM urba_habillage_surf t JOIN urba_document d ON d.document_id = t.document_id
    WHERE d.etat_publication IS NULL OR d.etat_publication = 'published';
--view urba_habillage_surf_en_vigueur MULTIPOLYGON "Habillage (surfaces), en vigueur"

CREATE VIEW urba_habillage_lin_en_vigueur AS
    SELECT t.* FROM urba_habillage_lin t JOIN urba_document d ON d.document_id = t.document_id
    WHERE d.etat_publication IS NULL OR d.etat_publication = 'published';
--view urba_habillage_lin_en_vigueur MULTILINESTRING "Habillage (lignes), en vigueur"

CREATE VIEW urba_habillage_pct_en_vigueur AS
    SELECT t.* FROM urba_habillage_pct t JOIN urba_document d ON d.document_id = t.document_id
    WHERE d.etat_publication IS NULL OR d.etat_publication = 'published';
--view urba_habillage_pct_en_vigueur MULTIPOINT "Habillage (points), en vigueur"

CREATE VIEW urba_habillage_txt_en_vigueur AS
    SELECT t.* FROM urba_habillage_txt t JOIN urba_document d ON d.document_id = t.document_id
    WHERE d.etat_publication IS NULL OR d.etat_publication = 'published';
--view urba_habillage_txt_en_vigueur MULTIPOINT "Habillage (textes), en vigueur"

CREATE VIEW urba_doc_urba_en_vigueur AS
    SELECT t.* FROM urba_doc_urba t JOIN urba_document d ON d.document_id = t.document_id
    WHERE d.etat_publication IS NULL OR d.etat_publication = 'published';
--view urba_doc_urba_en_vigueur - "Procédures des documents d'urbanisme, en vigueur"

CREATE VIEW urba_doc_urba_com_en_vigueur AS
    SELECT t.* FROM urba_doc_urba_com t JOIN urba_document d ON d.document_id = t.document_id
    WHERE d.etat_publication IS NULL OR d.etat_publication = 'published';
--view urba_doc_urba_com_en_vigueur - "Communes des documents d'urbanisme, en vigueur"

CREATE VIEW urba_titre_piece_en_vigueur AS
    SELECT t.* FROM urba_titre_piece t JOIN urba_document d ON d.document_id = t.document_id
    WHERE d.etat_publication IS NULL OR d.etat_publication = 'published';
--view urba_titre_piece_en_vigueur - "Titres des pièces écrites, en vigueur"

CREATE VIEW urba_secteur_cc_en_vigueur AS
    SELECT t.* FROM urba_secteur_cc t JOIN urba_document d ON d.document_id = t.document_id
    WHERE d.etat_publication IS NULL OR d.etat_publication = 'published';
--view urba_secteur_cc_en_vigueur MULTIPOLYGON "Secteurs des cartes communales, en vigueur"

CREATE VIEW urba_mec_en_vigueur AS
    SELECT t.* FROM urba_mec t JOIN urba_document d ON d.document_id = t.document_id
    WHERE d.etat_publication IS NULL OR d.etat_publication = 'published';
--view urba_mec_en_vigueur MULTIPOLYGON "Mises en compatibilité, en vigueur"

CREATE VIEW urba_perimetre_scot_en_vigueur AS
    SELECT t.* FROM urba_perimetre_scot t JOIN urba_document d ON d.document_id = t.document_id
    WHERE d.etat_publication IS NULL OR d.etat_publication = 'published';
--view urba_perimetre_scot_en_vigueur MULTIPOLYGON "Périmètres des SCoT, en vigueur"

CREATE VIEW sup_servitude_acte_en_vigueur AS
    SELECT t.* FROM sup_servitude_acte t JOIN urba_document d ON d.document_id = t.document_id
    WHERE d.etat_publication IS NULL OR d.etat_publication = 'published';
--view sup_servitude_acte_en_vigueur - "Servitudes et leurs actes, en vigueur"

CREATE VIEW sup_gestionnaire_en_vigueur AS
    SELECT t.* FROM sup_gestionnaire t JOIN urba_document d ON d.document_id = t.document_id
    WHERE d.etat_publication IS NULL OR d.etat_publication = 'published';
--view sup_gestionnaire_en_vigueur - "Gestionnaires des servitudes, en vigueur"
