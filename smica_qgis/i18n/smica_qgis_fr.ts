<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>SmicaQgis</name>
    <message>
        <source>Something unexpected happened. Please send us the details, which the journal keeps (tab SMICA).</source>
        <translation>Une erreur imprévue est survenue. Envoyez-nous les détails, que le journal conserve (onglet SMICA).</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Détails…</translation>
    </message>
    <message>
        <source>Choose the folder of the delivery</source>
        <translation>Choisir le dossier de la livraison</translation>
    </message>
    <message>
        <source>Zip archive or GeoPackage (*.zip *.ZIP *.gpkg *.GPKG)</source>
        <translation>Archive zip ou GeoPackage (*.zip *.ZIP *.gpkg *.GPKG)</translation>
    </message>
    <message>
        <source>Choose the delivery</source>
        <translation>Choisir la livraison</translation>
    </message>
    <message>
        <source>standard not recognised</source>
        <translation>standard non reconnu</translation>
    </message>
    <message>
        <source>To be confirmed.</source>
        <translation>À confirmer.</translation>
    </message>
    <message>
        <source>Could also have been:</source>
        <translation>Aurait aussi pu être :</translation>
    </message>
    <message>
        <source>Choose a delivery…</source>
        <translation>Choisir une livraison…</translation>
    </message>
    <message>
        <source>A folder, a zip, a GeoPackage or the open layers; you can also drop it on this panel</source>
        <translation>Un dossier, un zip, un GeoPackage ou les couches ouvertes ; vous pouvez aussi déposer la livraison sur ce panneau</translation>
    </message>
    <message>
        <source>A folder…</source>
        <translation>Un dossier…</translation>
    </message>
    <message>
        <source>A zip or a GeoPackage…</source>
        <translation>Un zip ou un GeoPackage…</translation>
    </message>
    <message>
        <source>The open layers</source>
        <translation>Les couches ouvertes</translation>
    </message>
    <message>
        <source>The sample delivery</source>
        <translation>La livraison d’exemple</translation>
    </message>
    <message>
        <source>change</source>
        <translation>changer</translation>
    </message>
    <message>
        <source>Change the standard</source>
        <translation>Changer de standard</translation>
    </message>
    <message>
        <source>Detect it</source>
        <translation>Détecter le standard</translation>
    </message>
    <message>
        <source>Would the Géoportail accept this delivery?</source>
        <translation>Le Géoportail accepterait-il cette livraison ?</translation>
    </message>
    <message>
        <source>Drop a delivery here</source>
        <translation>Déposez une livraison ici</translation>
    </message>
    <message>
        <source>or choose its folder</source>
        <translation>ou choisissez son dossier</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Choisissez un fichier</translation>
    </message>
    <message>
        <source>a zip archive or a GeoPackage</source>
        <translation>une archive zip ou un GeoPackage</translation>
    </message>
    <message>
        <source>Take the open layers</source>
        <translation>Prenez les couches ouvertes</translation>
    </message>
    <message>
        <source>the delivery that they come from</source>
        <translation>la livraison d’où elles viennent</translation>
    </message>
    <message>
        <source>Try with the sample</source>
        <translation>Essayez avec l’exemple</translation>
    </message>
    <message>
        <source>a small PLUi with deliberate defects</source>
        <translation>un petit PLUi aux défauts volontaires</translation>
    </message>
    <message>
        <source>For instance: {sentence}</source>
        <translation>Par exemple : {sentence}</translation>
    </message>
    <message>
        <source>new since the last run</source>
        <translation>nouveau depuis le dernier contrôle</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Attribut</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Other objects</source>
        <translation>Autres objets</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Attendu</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Official tool: known for</source>
        <translation>Outil officiel : connu pour</translation>
    </message>
    <message>
        <source>Rule {rule} of the standard, which the official tool does not check.</source>
        <translation>Règle {rule} du standard, que l’outil officiel ne contrôle pas.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limites</translation>
    </message>
    <message>
        <source>Explanation of the finding</source>
        <translation>Explication du constat</translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation>Constat précédent</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>Constat suivant</translation>
    </message>
    <message>
        <source>Open the row</source>
        <translation>Ouvrir la ligne</translation>
    </message>
    <message>
        <source>Attribute table on this row</source>
        <translation>Table d’attributs sur cette ligne</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoomer</translation>
    </message>
    <message>
        <source>Show it on the map</source>
        <translation>Le montrer sur la carte</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>In the attribute table</source>
        <translation>Dans la table d’attributs</translation>
    </message>
    <message>
        <source>In its form</source>
        <translation>Dans son formulaire</translation>
    </message>
    <message>
        <source>Also when a finding is chosen</source>
        <translation>Aussi quand on choisit un constat</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>non demandé</translation>
    </message>
    <message>
        <source>{family}: {counts}</source>
        <translation>{family} : {counts}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Filter the findings by words</source>
        <translation>Filtrer les constats par des mots</translation>
    </message>
    <message>
        <source>in the view</source>
        <translation>dans la vue</translation>
    </message>
    <message>
        <source>Only what lies in the extent of the map</source>
        <translation>Seulement ce qui est dans l’emprise de la carte</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Couche</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Tout montrer</translation>
    </message>
    <message>
        <source>{shown} of {total} finding</source>
        <translation>{shown} constat sur {total}</translation>
    </message>
    <message>
        <source>{shown} of {total} findings</source>
        <translation>{shown} constats sur {total}</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
    <message>
        <source>Other findings</source>
        <translation>Autres constats</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>SMICA sample delivery</source>
        <translation>SMICA : livraison d’exemple</translation>
    </message>
    <message>
        <source>The report is written: {path}</source>
        <translation>Le rapport est écrit : {path}</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>L’ouvrir</translation>
    </message>
    <message>
        <source>SMICA report</source>
        <translation>SMICA : rapport</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Relancer</translation>
    </message>
    <message>
        <source>Run again and see what has changed</source>
        <translation>Relancer et voir ce qui a changé</translation>
    </message>
    <message>
        <source>row {number}</source>
        <translation>ligne {number}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Opening the delivery…</source>
        <translation>Ouverture de la livraison…</translation>
    </message>
    <message>
        <source>{phase}: {done} / {total}</source>
        <translation>{phase} : {done} / {total}</translation>
    </message>
    <message>
        <source>{count} finding</source>
        <translation>{count} constat</translation>
    </message>
    <message>
        <source>{count} findings</source>
        <translation>{count} constats</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt en cours…</translation>
    </message>
    <message>
        <source>Page to read and send (HTML)…</source>
        <translation>Page à lire et à transmettre (HTML)…</translation>
    </message>
    <message>
        <source>HTML page (*.html)</source>
        <translation>Page HTML (*.html)</translation>
    </message>
    <message>
        <source>Findings on a map (GeoPackage)…</source>
        <translation>Constats sur une carte (GeoPackage)…</translation>
    </message>
    <message>
        <source>GeoPackage (*.gpkg)</source>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <source>One finding a line (JSON Lines)…</source>
        <translation>Un constat par ligne (JSON Lines)…</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>Summary for scripts (JSON)…</source>
        <translation>Résumé pour les scripts (JSON)…</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>Écrire le rapport</translation>
    </message>
    <message>
        <source>That was the last one.</source>
        <translation>C’était le dernier.</translation>
    </message>
    <message>
        <source>That was the first one.</source>
        <translation>C’était le premier.</translation>
    </message>
    <message>
        <source>It has no place on the map.</source>
        <translation>Il n’a pas de place sur la carte.</translation>
    </message>
    <message>
        <source>This finding is not about a row that can be opened.</source>
        <translation>Ce constat ne porte pas sur une ligne qui peut s’ouvrir.</translation>
    </message>
    <message>
        <source>The map shows the first {shown} of {total}.</source>
        <translation>La carte montre les {shown} premiers sur {total}.</translation>
    </message>
    <message>
        <source>conditions between columns</source>
        <translation>conditions entre colonnes</translation>
    </message>
    <message>
        <source>as the metadata say</source>
        <translation>selon les métadonnées</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tous</translation>
    </message>
    <message>
        <source>At most so many findings of each official code.</source>
        <translation>Au plus tant de constats de chaque code officiel.</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Coordonnées</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Familles</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Encodage</translation>
    </message>
    <message>
        <source>Findings of a code</source>
        <translation>Constats par code</translation>
    </message>
    <message>
        <source>Applied at the next run.</source>
        <translation>Pris en compte au prochain contrôle.</translation>
    </message>
    <message>
        <source>Files that were found</source>
        <translation>Fichiers trouvés</translation>
    </message>
    <message>
        <source>Looked for: tables (dbf, tab, gml, csv, gpkg) or metadata (xml) named as a CNIG standard names them, such as ZONE_URBA or DOC_URBA.</source>
        <translation>Cherché : des tables (dbf, tab, gml, csv, gpkg) ou des métadonnées (xml) nommées comme le veut un standard CNIG, par exemple ZONE_URBA ou DOC_URBA.</translation>
    </message>
    <message>
        <source>Choose another delivery…</source>
        <translation>Choisir une autre livraison…</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trouvé</translation>
    </message>
    <message>
        <source>A delivery</source>
        <translation>Une livraison, par exemple</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>and {count} others</source>
        <translation>et {count} autres</translation>
    </message>
    <message>
        <source>What is found is listed as it goes.</source>
        <translation>Les constats sont listés au fur et à mesure.</translation>
    </message>
    <message>
        <source>{count} finding until then.</source>
        <translation>{count} constat jusque-là.</translation>
    </message>
    <message>
        <source>{count} findings until then.</source>
        <translation>{count} constats jusque-là.</translation>
    </message>
    <message>
        <source>Stopped: the list is partial</source>
        <translation>Interrompu : la liste est partielle</translation>
    </message>
    <message>
        <source>The message bar of QGIS says why.</source>
        <translation>La barre de messages de QGIS dit pourquoi.</translation>
    </message>
    <message>
        <source>Stopped at your request: the list is partial.</source>
        <translation>Interrompu à votre demande : la liste est partielle.</translation>
    </message>
    <message>
        <source>Tables only: there were no files to check.</source>
        <translation>Tables seules : il n’y avait pas de fichiers à contrôler.</translation>
    </message>
    <message>
        <source>But the standard is not followed: {errors}.</source>
        <translation>Mais le standard n’est pas respecté : {errors}.</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>Officiel</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>Local</translation>
    </message>
    <message>
        <source>Rules written in the CNIG standard that the Géoportail does not check. They do not block the upload, but the document does not follow its standard.</source>
        <translation>Des règles écrites dans le standard CNIG que le Géoportail ne contrôle pas. Elles n’empêchent pas le téléversement, mais le document ne suit pas son standard.</translation>
    </message>
    <message>
        <source>Rules of the department and of the syndicate, from the rule profile.</source>
        <translation>Les règles du département et du syndicat, selon le profil de règles.</translation>
    </message>
    <message>
        <source>Fatal error</source>
        <translation>Erreur fatale</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>{count} warning</source>
        <translation>{count} avertissement</translation>
    </message>
    <message>
        <source>{count} warnings</source>
        <translation>{count} avertissements</translation>
    </message>
    <message>
        <source>{count} piece of information</source>
        <translation>{count} information</translation>
    </message>
    <message>
        <source>{count} pieces of information</source>
        <translation>{count} informations</translation>
    </message>
    <message>
        <source>{count} error</source>
        <translation>{count} erreur</translation>
    </message>
    <message>
        <source>{count} errors</source>
        <translation>{count} erreurs</translation>
    </message>
    <message>
        <source>no finding</source>
        <translation>aucun constat</translation>
    </message>
    <message>
        <source>{count} k</source>
        <translation>{count} k</translation>
    </message>
    <message>
        <source>Unreadable delivery</source>
        <translation>Livraison illisible</translation>
    </message>
    <message>
        <source>Refused by the Géoportail: {errors}</source>
        <translation>Refusée par le Géoportail : {errors}</translation>
    </message>
    <message>
        <source>Stopped: no error of the Géoportail so far</source>
        <translation>Interrompu : aucune erreur du Géoportail jusque-là</translation>
    </message>
    <message>
        <source>Acceptable to the Géoportail</source>
        <translation>Recevable par le Géoportail</translation>
    </message>
    <message>
        <source>To the fault</source>
        <translation>Sur le défaut</translation>
    </message>
    <message>
        <source>To the whole object</source>
        <translation>Sur l’objet entier</translation>
    </message>
    <message>
        <source>Only centre, keep the scale</source>
        <translation>Centrer seulement, garder l’échelle</translation>
    </message>
    <message>
        <source>What is checked, and how</source>
        <translation>Ce qui est contrôlé, et comment</translation>
    </message>
    <message>
        <source>Validation settings</source>
        <translation>Réglages du contrôle</translation>
    </message>
    <message>
        <source>Check against another standard</source>
        <translation>Contrôler avec un autre standard</translation>
    </message>
    <message>
        <source>SMICA validation</source>
        <translation>Contrôle SMICA</translation>
    </message>
    <message>
        <source>all fixed</source>
        <translation>tout est corrigé</translation>
    </message>
    <message>
        <source>fixed since the last run</source>
        <translation>corrigé depuis le dernier contrôle</translation>
    </message>
    <message>
        <source>How to fix it</source>
        <translation>Comment corriger</translation>
    </message>
    <message>
        <source>Choose a finding to read what it means and how to fix it.</source>
        <translation>Choisissez un constat pour lire ce qu’il veut dire et comment le corriger.</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>corrigé</translation>
    </message>
    <message>
        <source>Write the report of this validation</source>
        <translation>Écrire le rapport de ce contrôle</translation>
    </message>
    <message>
        <source>Progress of the validation</source>
        <translation>Avancement du contrôle</translation>
    </message>
    <message>
        <source>Where the files lie is not checked, only their names.</source>
        <translation>L’emplacement des fichiers n’est pas contrôlé, seulement leur nom.</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Contrôles</translation>
    </message>
    <message>
        <source>Validation in progress…</source>
        <translation>Contrôle en cours…</translation>
    </message>
    <message>
        <source>The validation could not be done</source>
        <translation>Le contrôle n’a pas pu se faire</translation>
    </message>
    <message>
        <source>Since the last run: {changes}.</source>
        <translation>Depuis le dernier contrôle : {changes}.</translation>
    </message>
    <message>
        <source>The checks of the Géoportail de l'urbanisme: same codes, same verdict. One error here and the delivery is refused.</source>
        <translation>Les contrôles du Géoportail de l’urbanisme : mêmes codes, même verdict. Une seule erreur ici et la livraison est refusée.</translation>
    </message>
    <message>
        <source>The checks of the Géoportail were not asked for</source>
        <translation>Les contrôles du Géoportail n’ont pas été demandés</translation>
    </message>
    <message>
        <source>Check a delivery</source>
        <translation>Contrôler une livraison</translation>
    </message>
    <message>
        <source>Check a delivery: would the Géoportail accept it?</source>
        <translation>Contrôler une livraison : le Géoportail l’accepterait-il ?</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Any table</source>
        <translation>Toute couche</translation>
    </message>
    <message>
        <source>Any level</source>
        <translation>Tout niveau</translation>
    </message>
    <message>
        <source>nothing has changed</source>
        <translation>rien n’a changé</translation>
    </message>
    <message>
        <source>{count} fixed finding</source>
        <translation>{count} corrigé</translation>
    </message>
    <message>
        <source>{count} fixed findings</source>
        <translation>{count} corrigés</translation>
    </message>
    <message>
        <source>{count} new finding</source>
        <translation>{count} nouveau</translation>
    </message>
    <message>
        <source>{count} new findings</source>
        <translation>{count} nouveaux</translation>
    </message>
    <message>
        <source>Make the sample delivery</source>
        <translation>Fabriquer la livraison d’exemple</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Contrôle</translation>
    </message>
    <message>
        <source>Writes a small but complete intercommunal plan (PLUi) of the standard in force, with a few deliberate defects of the kind that consultancies really make, as a zip in the folder given.</source>
        <translation>Écrit, en zip dans le dossier donné, un petit PLUi complet au standard en vigueur, avec quelques défauts volontaires comme les bureaux d’études en laissent vraiment.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Sample delivery</source>
        <translation>Livraison d’exemple</translation>
    </message>
    <message>
        <source>Validate a delivery</source>
        <translation>Contrôler une livraison</translation>
    </message>
    <message>
        <source>Validates a planning document (PLU, PLUi…) delivered as a zip, a folder or a GeoPackage against its CNIG standard: what the Géoportail de l'urbanisme would say, finding by finding, then the rules of the standard that it does not check. The delivery is never written into. The run succeeds whatever the verdict, unless FAIL_ON says otherwise.</source>
        <translation>Contrôle un document d’urbanisme (PLU, PLUi…) livré en zip, en dossier ou en GeoPackage selon son standard CNIG : ce qu’en dirait le Géoportail de l’urbanisme, constat par constat, puis les règles du standard qu’il ne contrôle pas. Rien n’est écrit dans la livraison. Le traitement réussit quel que soit le verdict, sauf si FAIL_ON en décide autrement.</translation>
    </message>
    <message>
        <source>Delivery (zip, folder or GeoPackage)</source>
        <translation>Livraison (zip, dossier ou GeoPackage)</translation>
    </message>
    <message>
        <source>Standard (empty = detected)</source>
        <translation>Standard (vide = détecté)</translation>
    </message>
    <message>
        <source>Coordinate reference system</source>
        <translation>Système de coordonnées</translation>
    </message>
    <message>
        <source>Families of rules</source>
        <translation>Familles de règles</translation>
    </message>
    <message>
        <source>Rule profile</source>
        <translation>Profil de règles</translation>
    </message>
    <message>
        <source>Options (JSON object)</source>
        <translation>Options (objet JSON)</translation>
    </message>
    <message>
        <source>Fail on</source>
        <translation>Échouer à partir de</translation>
    </message>
    <message>
        <source>Report: {}</source>
        <translation>Rapport : {}</translation>
    </message>
    <message>
        <source>Flat layout: match files by their name</source>
        <translation>Livraison à plat : reconnaître les fichiers à leur nom</translation>
    </message>
    <message>
        <source>Say texts encoded twice in UTF-8</source>
        <translation>Signaler les textes encodés deux fois en UTF-8</translation>
    </message>
    <message>
        <source>Say control characters</source>
        <translation>Signaler les caractères de contrôle</translation>
    </message>
    <message>
        <source>Encoding when the metadata say none</source>
        <translation>Encodage quand les métadonnées n’en disent rien</translation>
    </message>
    <message>
        <source>Extent of the data (WKT)</source>
        <translation>Emprise des données (WKT)</translation>
    </message>
    <message>
        <source>Territory of the document (WKT or GeoJSON file)</source>
        <translation>Territoire du document (WKT ou fichier GeoJSON)</translation>
    </message>
    <message>
        <source>Most findings of one code</source>
        <translation>Constats par code, au plus</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Nombre de constats</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Avertissements</translation>
    </message>
    <message>
        <source>Infos</source>
        <translation>Informations</translation>
    </message>
    <message>
        <source>Filter (Ctrl+F)</source>
        <translation>Filtre (Ctrl+F)</translation>
    </message>
    <message>
        <source>Words, codes, rows or values, in any order</source>
        <translation>Des mots, des codes, des lignes ou des valeurs, dans n’importe quel ordre</translation>
    </message>
    <message>
        <source>geometry</source>
        <translation>géométrie</translation>
    </message>
    <message>
        <source>SMICA list of files</source>
        <translation>SMICA : liste des fichiers</translation>
    </message>
    <message>
        <source>flat delivery, without subfolders</source>
        <translation>livraison à plat, sans sous-dossiers</translation>
    </message>
    <message>
        <source>report badly encoded characters</source>
        <translation>signaler les caractères mal encodés</translation>
    </message>
    <message>
        <source>Folder of the reports</source>
        <translation>Dossier des rapports</translation>
    </message>
    <message>
        <source>The map has no coordinate system: its view cannot filter.</source>
        <translation>La carte n’a pas de système de coordonnées : sa vue ne peut pas filtrer.</translation>
    </message>
</context>
</TS>
