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
    <message>
        <source>A folder of deliveries…</source>
        <translation>Un dossier de livraisons…</translation>
    </message>
    <message>
        <source>A list (CSV)…</source>
        <translation>Une liste (CSV)…</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Livraisons</translation>
    </message>
    <message>
        <source>folder of deliveries, or list (CSV)</source>
        <translation>dossier de livraisons, ou liste (CSV)</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Rapports</translation>
    </message>
    <message>
        <source>Folder of the reports…</source>
        <translation>Dossier des rapports…</translation>
    </message>
    <message>
        <source>folder of the reports</source>
        <translation>dossier des rapports</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lancer</translation>
    </message>
    <message>
        <source>Looking for the deliveries…</source>
        <translation>Recherche des livraisons…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} sur {total}</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>encore {time} environ</translation>
    </message>
    <message>
        <source>Choose the deliveries and the folder of the reports first</source>
        <translation>Choisissez d'abord les livraisons et le dossier des rapports</translation>
    </message>
    <message>
        <source>Choose the folder of the deliveries</source>
        <translation>Choisir le dossier des livraisons</translation>
    </message>
    <message>
        <source>Choose the list</source>
        <translation>Choisir la liste</translation>
    </message>
    <message>
        <source>List (*.csv)</source>
        <translation>Liste (*.csv)</translation>
    </message>
    <message>
        <source>Choose the folder of the reports</source>
        <translation>Choisir le dossier des rapports</translation>
    </message>
    <message>
        <source>Choose the folder of the reports of a batch</source>
        <translation>Choisir le dossier des rapports d'un lot</translation>
    </message>
    <message>
        <source>Progress of the batch</source>
        <translation>Avancement du lot</translation>
    </message>
    <message>
        <source>Results of before…</source>
        <translation>Résultats d'avant…</translation>
    </message>
    <message>
        <source>Show the results that a batch left in its folder</source>
        <translation>Afficher les résultats qu'un lot a laissés dans son dossier</translation>
    </message>
    <message>
        <source>Of the Géoportail's checks</source>
        <translation>Du contrôle du Géoportail</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Livraison</translation>
    </message>
    <message>
        <source>Info.</source>
        <translation>Info.</translation>
    </message>
    <message>
        <source>Duration (s)</source>
        <translation>Durée (s)</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Unchanged: the report of before holds</source>
        <translation>Inchangée : le rapport d'avant reste valable</translation>
    </message>
    <message>
        <source>{count} file ignored</source>
        <translation>{count} élément ignoré</translation>
    </message>
    <message>
        <source>{count} files ignored</source>
        <translation>{count} éléments ignorés</translation>
    </message>
    <message>
        <source>Any verdict</source>
        <translation>Tout verdict</translation>
    </message>
    <message>
        <source>Neither a zip nor the folder of a delivery:</source>
        <translation>Ni un zip, ni le dossier d'une livraison :</translation>
    </message>
    <message>
        <source>Names, standards or messages, in any order</source>
        <translation>Noms, standards ou messages, dans n'importe quel ordre</translation>
    </message>
    <message>
        <source>Filter the deliveries by words</source>
        <translation>Filtrer les livraisons par mots</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>Totaux</translation>
    </message>
    <message>
        <source>Summary (CSV)</source>
        <translation>Résumé (CSV)</translation>
    </message>
    <message>
        <source>Show the last results</source>
        <translation>Afficher les derniers résultats</translation>
    </message>
    <message>
        <source>Choose a folder of deliveries, then Run: each delivery gets its line here, and its report is one double click away.</source>
        <translation>Choisissez un dossier de livraisons, puis Lancer : chaque livraison aura sa ligne ici, et un double-clic ouvrira son rapport.</translation>
    </message>
    <message>
        <source>SMICA batch validation</source>
        <translation>Contrôle par lot SMICA</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>A delivery whose report still holds is not validated again.</source>
        <translation>Une livraison dont le rapport est encore valable n'est pas contrôlée de nouveau.</translation>
    </message>
    <message>
        <source>all processors</source>
        <translation>tous les processeurs</translation>
    </message>
    <message>
        <source>How many deliveries are validated at once.</source>
        <translation>Nombre de livraisons contrôlées en même temps.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>A delivery that takes longer is given up, the others go on.</source>
        <translation>Une livraison qui dure plus longtemps est abandonnée, les autres continuent.</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>cette machine</translation>
    </message>
    <message>
        <source>Address of a Dask scheduler, tcp://machine:8786, to share the work between machines.</source>
        <translation>Adresse d'un ordonnanceur Dask, tcp://machine:8786, pour répartir le travail entre plusieurs machines.</translation>
    </message>
    <message>
        <source>Deliveries at once</source>
        <translation>Livraisons à la fois</translation>
    </message>
    <message>
        <source>Time limit of a delivery</source>
        <translation>Délai d'une livraison</translation>
    </message>
    <message>
        <source>Dask scheduler</source>
        <translation>Ordonnanceur Dask</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>À la fois</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Délai</translation>
    </message>
    <message>
        <source>Results of the batch</source>
        <translation>Résultats du lot</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>Ouvrir le rapport</translation>
    </message>
    <message>
        <source>Open the page (HTML)</source>
        <translation>Ouvrir la page (HTML)</translation>
    </message>
    <message>
        <source>Show the folder of the delivery</source>
        <translation>Montrer le dossier de la livraison</translation>
    </message>
    <message>
        <source>Validate again in the dock</source>
        <translation>Contrôler de nouveau dans le panneau</translation>
    </message>
    <message>
        <source>SMICA batch results</source>
        <translation>Résultats de lot SMICA</translation>
    </message>
    <message>
        <source>there is no delivery in it</source>
        <translation>il n'y a aucune livraison</translation>
    </message>
    <message>
        <source>The batch is finished: {counts}.</source>
        <translation>Le lot est terminé : {counts}.</translation>
    </message>
    <message>
        <source>The batch is stopped: what is done is kept, the next run goes on from there.</source>
        <translation>Le lot est interrompu : ce qui est fait est gardé, le prochain lancement reprendra là.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Choose: {what}</source>
        <translation>Choisir : {what}</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>En échec</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Illisible</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusée</translation>
    </message>
    <message>
        <source>Acceptable</source>
        <translation>Recevable</translation>
    </message>
    <message>
        <source>Without verdict</source>
        <translation>Sans verdict</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>À venir</translation>
    </message>
    <message>
        <source>The validation did not go to its end; the message says why.</source>
        <translation>Le contrôle n'est pas allé à son terme ; le message dit pourquoi.</translation>
    </message>
    <message>
        <source>Nothing could be opened; the report says what was found.</source>
        <translation>Rien n'a pu être ouvert ; le rapport dit ce qui a été trouvé.</translation>
    </message>
    <message>
        <source>The Géoportail would refuse it.</source>
        <translation>Le Géoportail la refuserait.</translation>
    </message>
    <message>
        <source>The Géoportail would accept it.</source>
        <translation>Le Géoportail l'accepterait.</translation>
    </message>
    <message>
        <source>It was not validated yet.</source>
        <translation>Elle n'est pas encore contrôlée.</translation>
    </message>
    <message>
        <source>{count} delivery not done</source>
        <translation>{count} en échec</translation>
    </message>
    <message>
        <source>{count} deliveries not done</source>
        <translation>{count} en échec</translation>
    </message>
    <message>
        <source>{count} unreadable delivery</source>
        <translation>{count} illisible</translation>
    </message>
    <message>
        <source>{count} unreadable deliveries</source>
        <translation>{count} illisibles</translation>
    </message>
    <message>
        <source>{count} refused delivery</source>
        <translation>{count} refusée</translation>
    </message>
    <message>
        <source>{count} refused deliveries</source>
        <translation>{count} refusées</translation>
    </message>
    <message>
        <source>{count} acceptable delivery</source>
        <translation>{count} recevable</translation>
    </message>
    <message>
        <source>{count} acceptable deliveries</source>
        <translation>{count} recevables</translation>
    </message>
    <message>
        <source>{count} delivery without verdict</source>
        <translation>{count} sans verdict</translation>
    </message>
    <message>
        <source>{count} deliveries without verdict</source>
        <translation>{count} sans verdict</translation>
    </message>
    <message>
        <source>{count} delivery to come</source>
        <translation>{count} à venir</translation>
    </message>
    <message>
        <source>{count} deliveries to come</source>
        <translation>{count} à venir</translation>
    </message>
    <message>
        <source>{count} delivery</source>
        <translation>{count} livraison</translation>
    </message>
    <message>
        <source>{count} deliveries</source>
        <translation>{count} livraisons</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min {seconds:02} s</source>
        <translation>{minutes} min {seconds:02} s</translation>
    </message>
    <message>
        <source>{hours} h {minutes:02} min</source>
        <translation>{hours} h {minutes:02} min</translation>
    </message>
    <message>
        <source>Standards: what differs</source>
        <translation>Standards : ce qui diffère</translation>
    </message>
    <message>
        <source>also models that are the same</source>
        <translation>aussi les modèles identiques</translation>
    </message>
    <message>
        <source>SMICA: comparison of the standards</source>
        <translation>SMICA : comparaison des standards</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Table (*.csv)</translation>
    </message>
    <message>
        <source>Write what differs</source>
        <translation>Écrire ce qui diffère</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Comparaison…</translation>
    </message>
    <message>
        <source>The comparison did not end.</source>
        <translation>La comparaison n’a pas abouti.</translation>
    </message>
    <message>
        <source>no difference in {count} model</source>
        <translation>aucune différence dans {count} modèle récupéré</translation>
    </message>
    <message>
        <source>no difference in {count} models</source>
        <translation>aucune différence dans {count} modèles récupérés</translation>
    </message>
    <message>
        <source>{count} difference</source>
        <translation>{count} différence</translation>
    </message>
    <message>
        <source>{count} differences</source>
        <translation>{count} différences</translation>
    </message>
    <message>
        <source>in {count} fetched model</source>
        <translation>dans {count} modèle récupéré</translation>
    </message>
    <message>
        <source>in {count} fetched models</source>
        <translation>dans {count} modèles récupérés</translation>
    </message>
    <message>
        <source>Filter: model, file, column, text…</source>
        <translation>Filtre : modèle, fichier, attribut, texte…</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>Avancement de la comparaison</translation>
    </message>
    <message>
        <source>Page (HTML)…</source>
        <translation>Page (HTML)…</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>Table (CSV)…</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Ce qui change</translation>
    </message>
    <message>
        <source>Bundled</source>
        <translation>Fourni</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>Récupéré</translation>
    </message>
    <message>
        <source>of {date}</source>
        <translation>du {date}</translation>
    </message>
    <message>
        <source>Standards</source>
        <translation>Standards</translation>
    </message>
    <message>
        <source>those that come with SMICA QGIS</source>
        <translation>ceux de SMICA QGIS</translation>
    </message>
    <message>
        <source>fetched ones, when there are</source>
        <translation>les récupérés, s’il y en a</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Mettre à jour</translation>
    </message>
    <message>
        <source>Differences…</source>
        <translation>Différences…</translation>
    </message>
    <message>
        <source>Tested with this version of the plugin; they change with it only.</source>
        <translation>Essayés avec cette version de l’extension, ils ne changent qu’avec elle.</translation>
    </message>
    <message>
        <source>Those of the Géoportail at the date of the last update; the others are those of the plugin.</source>
        <translation>Ceux du Géoportail à la date de la dernière mise à jour ; les autres restent ceux de l’extension.</translation>
    </message>
    <message>
        <source>Empty: the Géoportail de l'urbanisme.</source>
        <translation>Vide : le Géoportail de l’urbanisme.</translation>
    </message>
    <message>
        <source>Otherwise an address, where {name} stands for the model, a folder, or a zip.</source>
        <translation>Sinon une adresse, où {name} tient lieu du modèle, un dossier ou un zip.</translation>
    </message>
    <message>
        <source>Progress of the update</source>
        <translation>Avancement de la mise à jour</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Utilisés</translation>
    </message>
    <message>
        <source>Fetched from</source>
        <translation>Récupérés depuis</translation>
    </message>
    <message>
        <source>At hand</source>
        <translation>Disponibles</translation>
    </message>
    <message>
        <source>No fetched standard yet.</source>
        <translation>Aucun standard récupéré pour l’instant.</translation>
    </message>
    <message>
        <source>{count} fetched standard</source>
        <translation>{count} standard récupéré</translation>
    </message>
    <message>
        <source>{count} fetched standards</source>
        <translation>{count} standards récupérés</translation>
    </message>
    <message>
        <source>last update {date}</source>
        <translation>dernière mise à jour le {date}</translation>
    </message>
    <message>
        <source>last update unknown</source>
        <translation>dernière mise à jour inconnue</translation>
    </message>
    <message>
        <source>Opening the source…</source>
        <translation>Ouverture de la source…</translation>
    </message>
    <message>
        <source>{count} updated standard</source>
        <translation>{count} standard mis à jour</translation>
    </message>
    <message>
        <source>{count} updated standards</source>
        <translation>{count} standards mis à jour</translation>
    </message>
    <message>
        <source>{count} unchanged standard</source>
        <translation>{count} standard inchangé</translation>
    </message>
    <message>
        <source>{count} unchanged standards</source>
        <translation>{count} standards inchangés</translation>
    </message>
    <message>
        <source>Update stopped: what was already fetched is kept.</source>
        <translation>Mise à jour arrêtée : ce qui est déjà récupéré est gardé.</translation>
    </message>
    <message>
        <source>SMICA: update of the standards</source>
        <translation>SMICA : mise à jour des standards</translation>
    </message>
    <message>
        <source>Open a report</source>
        <translation>Ouvrir un rapport</translation>
    </message>
    <message>
        <source>model: {origin}</source>
        <translation>modèle {origin}</translation>
    </message>
    <message>
        <source>A report of before…</source>
        <translation>Un rapport d'avant…</translation>
    </message>
    <message>
        <source>SMICA layers of a report</source>
        <translation>Couches d'un rapport SMICA</translation>
    </message>
    <message>
        <source>Known defect of the Géoportail</source>
        <translation>Défaut connu du Géoportail</translation>
    </message>
    <message>
        <source>Open its layers</source>
        <translation>Ouvrir ses couches</translation>
    </message>
    <message>
        <source>Show the objects of the delivery on the map, if it has not changed since</source>
        <translation>Montrer les objets de la livraison sur la carte, si elle n'a pas changé depuis</translation>
    </message>
    <message>
        <source>Validate again</source>
        <translation>Contrôler de nouveau</translation>
    </message>
    <message>
        <source>Validate the delivery again, as it is now, and see what has changed</source>
        <translation>Contrôler de nouveau la livraison, telle qu'elle est maintenant, et voir ce qui a changé</translation>
    </message>
    <message>
        <source>Report of {when}, read from {file}.</source>
        <translation>Rapport du {when}, lu dans {file}.</translation>
    </message>
    <message>
        <source>Report without its summary, read from {file}.</source>
        <translation>Rapport sans son résumé, lu dans {file}.</translation>
    </message>
    <message>
        <source>Without it nobody knows where the delivery is.</source>
        <translation>Sans lui, nul ne sait où est la livraison.</translation>
    </message>
    <message>
        <source>Check many deliveries</source>
        <translation>Contrôler un lot de livraisons</translation>
    </message>
    <message>
        <source>Check many deliveries: a folder or a list, one line each</source>
        <translation>Contrôler un lot de livraisons : un dossier ou une liste, une ligne par livraison</translation>
    </message>
    <message>
        <source>Writes a small but complete intercommunal plan (PLUi) of the standard in force, with a few deliberate defects of the kind that consultancies really make, as a zip in the folder given. With another standard, writes a conformant document of that standard, which shows all that it describes.</source>
        <translation>Écrit, en zip dans le dossier donné, un petit PLUi complet au standard en vigueur, avec quelques défauts volontaires comme les bureaux d’études en laissent vraiment. Pour un autre standard, écrit un document conforme, qui montre tout ce que ce standard décrit.</translation>
    </message>
    <message>
        <source>Update the standards</source>
        <translation>Mettre à jour les standards</translation>
    </message>
    <message>
        <source>Fetches the document models in production on the Géoportail de l'urbanisme, or those of a folder, a zip or another address, into the profile of the user, with their source, date and SHA-256. Each is checked before it replaces the former one; one that cannot be fetched keeps it. The reports say what differs from the models that come with the plugin. Fetched models are used when the options of SMICA prefer them, or when STANDARD gives their path.</source>
        <translation>Récupère les modèles de document en production sur le Géoportail de l’urbanisme, ou ceux d’un dossier, d’un zip ou d’une autre adresse, dans le profil de l’utilisateur, avec leur source, leur date et leur empreinte SHA-256. Chacun est vérifié avant de remplacer le précédent ; quand l’un ne peut être récupéré, l’ancienne copie reste. Les rapports disent ce qui diffère des modèles fournis avec l’extension. Les modèles récupérés servent quand les options de SMICA les préfèrent, ou quand STANDARD donne leur chemin.</translation>
    </message>
    <message>
        <source>Address, folder or zip of the models (empty = that of the options)</source>
        <translation>Adresse, dossier ou zip des modèles (vide = celle des options)</translation>
    </message>
    <message>
        <source>Standards, separated by commas (empty = all)</source>
        <translation>Standards, séparés par des virgules (vide = tous)</translation>
    </message>
    <message>
        <source>Folder (empty = the profile of the user)</source>
        <translation>Dossier (vide = le profil de l’utilisateur)</translation>
    </message>
    <message>
        <source>Differences: {}</source>
        <translation>Différences : {}</translation>
    </message>
    <message>
        <source>Updated models</source>
        <translation>Modèles mis à jour</translation>
    </message>
    <message>
        <source>Unchanged models</source>
        <translation>Modèles inchangés</translation>
    </message>
    <message>
        <source>Models that could not be fetched</source>
        <translation>Modèles qui n’ont pu être récupérés</translation>
    </message>
    <message>
        <source>Differences from the models of the plugin</source>
        <translation>Différences avec les modèles fournis</translation>
    </message>
    <message>
        <source>Folder of the models</source>
        <translation>Dossier des modèles</translation>
    </message>
    <message>
        <source>accepted by the Géoportail</source>
        <translation>recevable par le Géoportail</translation>
    </message>
    <message>
        <source>refused by the Géoportail</source>
        <translation>refusée par le Géoportail</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>illisible</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>contrôle non abouti</translation>
    </message>
    <message>
        <source>Validate deliveries in bulk</source>
        <translation>Contrôler des livraisons par lot</translation>
    </message>
    <message>
        <source>Validates every delivery of a folder, or of a CSV list, each in a process of its own: one report a delivery and a summary in the output folder. A delivery that is unreadable, that takes too long or that crashes is one line of the summary; the run succeeds all the same. Started again, it skips what is done and unchanged.</source>
        <translation>Contrôle chaque livraison d’un dossier, ou d’une liste CSV, dans un processus à part : un rapport par livraison et un résumé dans le dossier de sortie. Une livraison illisible, trop longue ou qui fait échouer le contrôle est une ligne du résumé ; le traitement réussit quand même. Relancé, il passe ce qui est fait et inchangé.</translation>
    </message>
    <message>
        <source>Folder of deliveries, or CSV list</source>
        <translation>Dossier de livraisons, ou liste CSV</translation>
    </message>
    <message>
        <source>Processes at once (0 = all cores)</source>
        <translation>Processus à la fois (0 = tous les cœurs)</translation>
    </message>
    <message>
        <source>Address of a Dask scheduler (empty = this machine)</source>
        <translation>Adresse d’un ordonnanceur Dask (vide = cette machine)</translation>
    </message>
    <message>
        <source>Time limit of a delivery, in seconds</source>
        <translation>Délai par livraison, en secondes</translation>
    </message>
    <message>
        <source>Also one HTML page a delivery</source>
        <translation>Aussi une page HTML par livraison</translation>
    </message>
    <message>
        <source>Skip what is done and unchanged</source>
        <translation>Passer ce qui est fait et inchangé</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Recevables</translation>
    </message>
    <message>
        <source>Invalid</source>
        <translation>Refusées</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Non aboutis</translation>
    </message>
    <message>
        <source>Ignored: {}</source>
        <translation>Ignoré : {}</translation>
    </message>
    <message>
        <source>{done}/{total} {name}: {verdict}, {errors} errors</source>
        <translation>{done}/{total} {name} : {verdict}, erreurs : {errors}</translation>
    </message>
    <message>
        <source>{deliveries}: {verdicts}</source>
        <translation>{deliveries} : {verdicts}</translation>
    </message>
    <message>
        <source>{count} shown</source>
        <translation>{count} affichée</translation>
    </message>
    <message>
        <source>Warn.</source>
        <translation>Avert.</translation>
    </message>
    <message>
        <source>standards_differences</source>
        <translation>differences_standards</translation>
    </message>
    <message>
        <source>skip what is unchanged</source>
        <translation>passer ce qui est inchangé</translation>
    </message>
    <message>
        <source>also a page (HTML) each</source>
        <translation>aussi une page (HTML)</translation>
    </message>
    <message>
        <source>For each delivery, the page that one reads and sends without QGIS.</source>
        <translation>Pour chaque livraison, la page qu'on lit et transmet sans QGIS.</translation>
    </message>
    <message>
        <source>SMICA shared data</source>
        <translation>SMICA, données partagées</translation>
    </message>
    <message>
        <source>Search: parcels, zoning, orthophoto…</source>
        <translation>Rechercher : parcelles, zonage, orthophoto…</translation>
    </message>
    <message>
        <source>Add to the project</source>
        <translation>Ajouter au projet</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Only what concerns a territory: FR-OCC, FR-12, INSEE code of a commune, SIREN of an intercommunality.</source>
        <translation>Seulement ce qui concerne un territoire : FR-OCC, FR-12, code INSEE d’une commune, SIREN d’une intercommunalité.</translation>
    </message>
    <message>
        <source>Fetch the profiles again</source>
        <translation>Récupérer de nouveau les profils</translation>
    </message>
    <message>
        <source>All themes</source>
        <translation>Tous les thèmes</translation>
    </message>
    <message>
        <source>Select a source to see its licence, its date and its metadata sheet.</source>
        <translation>Sélectionner une source pour voir sa licence, sa date et sa fiche de métadonnées.</translation>
    </message>
    <message>
        <source>Show its layers</source>
        <translation>Afficher ses couches</translation>
    </message>
    <message>
        <source>Opening the shared data…</source>
        <translation>Ouverture des données partagées…</translation>
    </message>
    <message>
        <source>This territory is not written as FR-12, 12202 or a SIREN: it is ignored.</source>
        <translation>Ce territoire n’est pas de la forme FR-12, 12202 ou un SIREN : il est ignoré.</translation>
    </message>
    <message>
        <source>Nothing matches. Shorten the search, or remove the theme or the territory.</source>
        <translation>Rien ne correspond. Raccourcir la recherche, ou retirer le thème ou le territoire.</translation>
    </message>
    <message>
        <source>Check the layers of the open project against the shared data.</source>
        <translation>Comparer les couches du projet ouvert aux données partagées.</translation>
    </message>
    <message>
        <source>Check the project</source>
        <translation>Vérifier le projet</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Réparer</translation>
    </message>
    <message>
        <source>Undo the repair</source>
        <translation>Annuler la réparation</translation>
    </message>
    <message>
        <source>The project has no layer: add some from the catalogue.</source>
        <translation>Le projet n’a aucune couche : en ajouter depuis le catalogue.</translation>
    </message>
    <message>
        <source>Asking the services of the project…</source>
        <translation>Interrogation des services du projet…</translation>
    </message>
    <message>
        <source>Checking the project</source>
        <translation>Vérification du projet</translation>
    </message>
    <message>
        <source>{count} layer repaired.</source>
        <translation>{count} couche réparée.</translation>
    </message>
    <message>
        <source>{count} layers repaired.</source>
        <translation>{count} couches réparées.</translation>
    </message>
    <message>
        <source>The layers are as they were before the repair. Check again to see them.</source>
        <translation>Les couches sont telles qu’avant la réparation. Vérifier de nouveau pour les voir.</translation>
    </message>
    <message>
        <source>Will become: {source} ({provider})</source>
        <translation>Deviendra : {source} ({provider})</translation>
    </message>
    <message>
        <source>The profile has nothing in its place: ask who publishes it.</source>
        <translation>Le profil n’a rien à mettre à la place : prévenir qui publie la donnée.</translation>
    </message>
    <message>
        <source>Repair ({count})</source>
        <translation>Réparer ({count})</translation>
    </message>
    <message>
        <source>The {count} layer is well.</source>
        <translation>{count} couche : elle va bien.</translation>
    </message>
    <message>
        <source>The {count} layers are well.</source>
        <translation>Les {count} couches vont bien.</translation>
    </message>
    <message>
        <source>{sick} sick layer out of {layers}.</source>
        <translation>{sick} couche malade sur {layers}.</translation>
    </message>
    <message>
        <source>{sick} sick layers out of {layers}.</source>
        <translation>{sick} couches malades sur {layers}.</translation>
    </message>
    <message>
        <source>Account “{account}”: which authentication of QGIS?</source>
        <translation>Compte « {account} » : quelle authentification de QGIS ?</translation>
    </message>
    <message>
        <source>Try each server through the proxy and the certificates of QGIS.</source>
        <translation>Essayer chaque serveur par le proxy et les certificats de QGIS.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Test the servers</source>
        <translation>Essayer les serveurs</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>A text to send to whoever runs the network</source>
        <translation>Un texte à envoyer au service informatique</translation>
    </message>
    <message>
        <source>Trying the servers…</source>
        <translation>Essai des serveurs…</translation>
    </message>
    <message>
        <source>Testing the network</source>
        <translation>Essai du réseau</translation>
    </message>
    <message>
        <source>{ms} ms</source>
        <translation>{ms} ms</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>injoignable</translation>
    </message>
    <message>
        <source>This server answers.</source>
        <translation>Ce serveur répond.</translation>
    </message>
    <message>
        <source>All the servers answer ({count}).</source>
        <translation>Tous les serveurs répondent ({count}).</translation>
    </message>
    <message>
        <source>{failed} server out of {tried} cannot be reached.</source>
        <translation>{failed} serveur sur {tried} est injoignable.</translation>
    </message>
    <message>
        <source>{failed} servers out of {tried} cannot be reached.</source>
        <translation>{failed} serveurs sur {tried} sont injoignables.</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>Health of the project</source>
        <translation>Santé du projet</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Source profiles, one per line, each laid over the ones above: a bundled one (fr_national, fr_occitanie_openig, exemple_syndicat_postgis), a file, or an address given by your syndicate.</source>
        <translation>Profils de données, un par ligne, chacun posé sur ceux du dessus : un profil fourni (fr_national, fr_occitanie_openig, exemple_syndicat_postgis), un fichier, ou une adresse donnée par le syndicat.</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>Ajouter un fichier…</translation>
    </message>
    <message>
        <source>Those of the plugin</source>
        <translation>Ceux de l’extension</translation>
    </message>
    <message>
        <source>Source profile</source>
        <translation>Profil de données</translation>
    </message>
    <message>
        <source>Layers of {service}</source>
        <translation>Couches de {service}</translation>
    </message>
    <message>
        <source>Opening {layer}</source>
        <translation>Ouverture de {layer}</translation>
    </message>
    <message>
        <source>Opening the shared data</source>
        <translation>Ouverture des données partagées</translation>
    </message>
    <message>
        <source>map images (WMS)</source>
        <translation>images de carte (WMS)</translation>
    </message>
    <message>
        <source>map tiles (WMTS)</source>
        <translation>tuiles de carte (WMTS)</translation>
    </message>
    <message>
        <source>objects (WFS)</source>
        <translation>objets (WFS)</translation>
    </message>
    <message>
        <source>objects (OGC API Features)</source>
        <translation>objets (OGC API Features)</translation>
    </message>
    <message>
        <source>vector tiles</source>
        <translation>tuiles vectorielles</translation>
    </message>
    <message>
        <source>table of the database (PostGIS)</source>
        <translation>table de la base de données (PostGIS)</translation>
    </message>
    <message>
        <source>GeoPackage</source>
        <translation>GeoPackage</translation>
    </message>
    <message>
        <source>QGIS project</source>
        <translation>projet QGIS</translation>
    </message>
    <message>
        <source>file</source>
        <translation>fichier</translation>
    </message>
    <message>
        <source>catalogue of metadata (CSW)</source>
        <translation>catalogue de métadonnées (CSW)</translation>
    </message>
    <message>
        <source>Address seen with third parties, not confirmed by its producer.</source>
        <translation>Adresse relevée chez des tiers, non confirmée par son producteur.</translation>
    </message>
    <message>
        <source>Example: adapt it to your database.</source>
        <translation>Exemple : à adapter à la base de données locale.</translation>
    </message>
    <message>
        <source>{message} Last good copy: {date}.</source>
        <translation>{message} Dernière bonne copie : {date}.</translation>
    </message>
    <message>
        <source>A login is needed.</source>
        <translation>Il faut s’identifier.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Fournisseur</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Édition</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Mention</source>
        <translation>Mention</translation>
    </message>
    <message>
        <source>Projection</source>
        <translation>Projection</translation>
    </message>
    <message>
        <source>Scales</source>
        <translation>Échelles</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>from 1:{scale}</source>
        <translation>à partir du 1:{scale}</translation>
    </message>
    <message>
        <source>down to 1:{scale}</source>
        <translation>jusqu’au 1:{scale}</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>It could not be read: double-click to try again.</source>
        <translation>Lecture impossible : double-cliquer pour réessayer.</translation>
    </message>
    <message>
        <source>This service has no layer.</source>
        <translation>Ce service n’a aucune couche.</translation>
    </message>
    <message>
        <source>Shared data</source>
        <translation>Données partagées</translation>
    </message>
    <message>
        <source>Shared data: basemaps, cadastre, planning, networks of the territory</source>
        <translation>Données partagées : fonds de plan, cadastre, urbanisme, réseaux du territoire</translation>
    </message>
    <message>
        <source>SMICA parcel</source>
        <translation>Parcelle SMICA</translation>
    </message>
    <message>
        <source>Parcels and communes (SMICA)</source>
        <translation>Parcelles et communes (SMICA)</translation>
    </message>
    <message>
        <source>Parcel sheet</source>
        <translation>Fiche parcelle</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>The sheet is written: {file}</source>
        <translation>La fiche est écrite : {file}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Add a parcel: click it on the map</source>
        <translation>Ajouter une parcelle : la cliquer sur la carte</translation>
    </message>
    <message>
        <source>Copy the sheet as text</source>
        <translation>Copier la fiche en texte</translation>
    </message>
    <message>
        <source>Write the sheet as a PDF</source>
        <translation>Écrire la fiche en PDF</translation>
    </message>
    <message>
        <source>Also search addresses (sent to the service of the IGN)</source>
        <translation>Chercher aussi les adresses (envoyées au service de l’IGN)</translation>
    </message>
    <message>
        <source>There is no parcel of the loaded cadastre here.</source>
        <translation>Il n’y a pas ici de parcelle du cadastre chargé.</translation>
    </message>
    <message>
        <source>The sheet is copied.</source>
        <translation>La fiche est copiée.</translation>
    </message>
    <message>
        <source>Choose the shared store</source>
        <translation>Choisir la base commune</translation>
    </message>
    <message>
        <source>Choose the shared store…</source>
        <translation>Choisir la base commune…</translation>
    </message>
    <message>
        <source>Search a parcel above, or take the click on the map: what applies to it is listed here.</source>
        <translation>Cherchez une parcelle ci-dessus, ou prenez le clic sur la carte : ce qui s’y applique est listé ici.</translation>
    </message>
    <message>
        <source>Parcels are searched in the shared store, which is not chosen yet. Choose it, or import the cadastre with the algorithm Import the cadastre.</source>
        <translation>Les parcelles se cherchent dans la base commune, qui n’est pas encore choisie. Choisissez-la, ou importez le cadastre avec l’algorithme « Importer le cadastre ».</translation>
    </message>
    <message>
        <source>12202 AB 12, AB 12, a commune, an address…</source>
        <translation>12202 AB 12, AB 12, commune, adresse…</translation>
    </message>
    <message>
        <source>Commune</source>
        <translation>Commune</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>Parcelle</translation>
    </message>
    <message>
        <source>Nothing found: check the spelling, or choose the commune below.</source>
        <translation>Rien n’est trouvé : vérifiez l’écriture, ou choisissez la commune ci-dessous.</translation>
    </message>
    <message>
        <source>What applies to the parcel</source>
        <translation>Ce qui s’applique à la parcelle</translation>
    </message>
    <message>
        <source>Less than 1 m² or 0.5 %, or beside: two drawings of one boundary, most often.</source>
        <translation>Moins de 1 m² ou de 0,5 %, ou juste à côté : le plus souvent deux dessins d’une même limite.</translation>
    </message>
    <message>
        <source>Parcel: what applies to it</source>
        <translation>Parcelle : ce qui s’y applique</translation>
    </message>
    <message>
        <source>Add shared data to the project</source>
        <translation>Ajouter des données partagées au projet</translation>
    </message>
    <message>
        <source>Identifier of the source</source>
        <translation>Identifiant de la source</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Couches</translation>
    </message>
    <message>
        <source>Group of the profile</source>
        <translation>Groupe du profil</translation>
    </message>
    <message>
        <source>Cadastre</source>
        <translation>Cadastre</translation>
    </message>
    <message>
        <source>Shared store (GeoPackage or PostGIS connection; empty = that of the options)</source>
        <translation>Base commune (GeoPackage ou connexion PostGIS ; vide = celle des options)</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>Report (JSON or CSV)</source>
        <translation>Rapport (JSON ou CSV)</translation>
    </message>
    <message>
        <source>Inputs imported</source>
        <translation>Entrées importées</translation>
    </message>
    <message>
        <source>Inputs already known</source>
        <translation>Entrées déjà connues</translation>
    </message>
    <message>
        <source>Inputs refused</source>
        <translation>Entrées refusées</translation>
    </message>
    <message>
        <source>Parcels written</source>
        <translation>Parcelles écrites</translation>
    </message>
    <message>
        <source>Buildings written</source>
        <translation>Bâtiments écrits</translation>
    </message>
    <message>
        <source>Anomalies</source>
        <translation>Anomalies</translation>
    </message>
    <message>
        <source>Source profiles: paths or addresses, one per line (empty: those of the settings)</source>
        <translation>Profils de données : chemins ou adresses, un par ligne (vide : ceux des options)</translation>
    </message>
    <message>
        <source>Check the cadastre</source>
        <translation>Contrôler le cadastre</translation>
    </message>
    <message>
        <source>Lists what is inconsistent in the cadastre of the shared store: parcels found twice, invalid geometries, areas far from the contenance, parcels outside their commune, gaps and overlaps between sheets, mixed issues. Nothing is changed.</source>
        <translation>Liste ce qui est incohérent dans le cadastre de la base commune : parcelles présentes deux fois, géométries invalides, surfaces loin de la contenance, parcelles hors de leur commune, vides et recouvrements entre feuilles, millésimes mêlés. Rien n’est modifié.</translation>
    </message>
    <message>
        <source>Communes (INSEE codes; empty = all)</source>
        <translation>Communes (codes INSEE ; vide = toutes)</translation>
    </message>
    <message>
        <source>Parcels checked</source>
        <translation>Parcelles contrôlées</translation>
    </message>
    <message>
        <source>Test the network of the shared data</source>
        <translation>Essayer le réseau des données partagées</translation>
    </message>
    <message>
        <source>Tries each server and each database of the profiles through the proxy, the certificates and the logins of QGIS, and writes what an IT department has to open or to correct.</source>
        <translation>Essaie chaque serveur et chaque base de données des profils par le proxy, les certificats et les identifiants de QGIS, et écrit ce que le service informatique doit ouvrir ou corriger.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Servers reached</source>
        <translation>Serveurs joints</translation>
    </message>
    <message>
        <source>Servers not reached</source>
        <translation>Serveurs injoignables</translation>
    </message>
    <message>
        <source>Check the layers of a project</source>
        <translation>Vérifier les couches d’un projet</translation>
    </message>
    <message>
        <source>Compares the layers of a project with the shared data: dead address, renamed layer, http for https, moved database, missing login, password in clear, wrong projection, missing file. The project is not changed.</source>
        <translation>Compare les couches d’un projet aux données partagées : adresse morte, couche renommée, http au lieu de https, base de données déplacée, identification manquante, mot de passe en clair, projection différente, fichier introuvable. Le projet n’est pas modifié.</translation>
    </message>
    <message>
        <source>Sick layers</source>
        <translation>Couches malades</translation>
    </message>
    <message>
        <source>Layers that the profile can repair</source>
        <translation>Couches que le profil peut réparer</translation>
    </message>
    <message>
        <source>Describe parcels</source>
        <translation>Décrire des parcelles</translation>
    </message>
    <message>
        <source>Parcels (identifiers, commune or list)</source>
        <translation>Parcelles (identifiants, commune ou liste)</translation>
    </message>
    <message>
        <source>Layer of parcels, instead</source>
        <translation>Ou couche de parcelles</translation>
    </message>
    <message>
        <source>One land unit of all parcels</source>
        <translation>Une seule unité foncière de toutes les parcelles</translation>
    </message>
    <message>
        <source>Layers of rules</source>
        <translation>Couches de règles</translation>
    </message>
    <message>
        <source>Folder of the PDFs, one a sheet</source>
        <translation>Dossier des PDF, un par fiche</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>Fiches</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>Lines to check</source>
        <translation>Lignes à vérifier</translation>
    </message>
    <message>
        <source>Parcels not found</source>
        <translation>Parcelles introuvables</translation>
    </message>
    <message>
        <source>Sheets without zone</source>
        <translation>Fiches sans zone</translation>
    </message>
    <message>
        <source>Download the cadastre</source>
        <translation>Télécharger le cadastre</translation>
    </message>
    <message>
        <source>Commune (INSEE code) or department</source>
        <translation>Commune (code INSEE) ou département</translation>
    </message>
    <message>
        <source>Issue (latest, or a date)</source>
        <translation>Millésime (latest, ou une date)</translation>
    </message>
    <message>
        <source>Import permits (ADS)</source>
        <translation>Importer les autorisations d’urbanisme (ADS)</translation>
    </message>
    <message>
        <source>Permits</source>
        <translation>Autorisations d’urbanisme</translation>
    </message>
    <message>
        <source>Reads permits (CSV, spreadsheet, layer, PostGIS table, export of openADS, file of SITADEL) into the shared store, and ties each dossier to its parcels, whose shape of the day is kept. A row that cannot be taken has its line and its reason in the report, the others are imported. Deadlines are computed, not imported. merge: dossiers given complete those of the store; replace: the source given keeps nothing else in these communes. Names of people are not read, unless another store is given for them.</source>
        <translation>Lit des autorisations d’urbanisme (CSV, tableur, couche, table PostGIS, export d’openADS, fichier de SITADEL) dans la base commune, et rattache chaque dossier à ses parcelles, dont la forme du jour est gardée. Une ligne qui ne peut être reprise figure dans le rapport avec son numéro et sa raison, les autres sont importées. Les échéances sont calculées, non importées. merge : les dossiers donnés complètent ceux de la base ; replace : la source donnée ne garde rien d’autre dans ces communes. Les noms de personnes ne sont pas lus, sauf si une autre base est donnée pour eux.</translation>
    </message>
    <message>
        <source>Where they come from</source>
        <translation>Provenance</translation>
    </message>
    <message>
        <source>Field mapping (empty = proposed; openads, sitadel_logements…)</source>
        <translation>Correspondance des champs (vide = proposée ; openads, sitadel_logements…)</translation>
    </message>
    <message>
        <source>Our communes (INSEE codes; empty = all)</source>
        <translation>Nos communes (codes INSEE ; vide = toutes)</translation>
    </message>
    <message>
        <source>Import non-collective sanitation (ANC)</source>
        <translation>Importer l’assainissement non collectif (ANC)</translation>
    </message>
    <message>
        <source>Sanitation</source>
        <translation>Assainissement</translation>
    </message>
    <message>
        <source>Reads the installations and the controls of a SPANC (CSV, spreadsheet, layer or PostGIS table) into the shared store, and ties each installation to its parcels. The same table may serve as both. A row that cannot be taken has its line and its reason in the report, the others are imported. The class of the 2012 grid is computed from the findings. merge: dossiers given complete those of the store; replace: the SPANC keeps nothing else. Names of people are not read, unless another store is given for them.</source>
        <translation>Lit les installations et les contrôles d’un SPANC (CSV, tableur, couche ou table PostGIS) dans la base commune, et rattache chaque installation à ses parcelles. La même table peut servir pour les deux. Une ligne qui ne peut être reprise figure dans le rapport avec son numéro et sa raison, les autres sont importées. La classe de la grille de 2012 est calculée d’après les constats. merge : les dossiers donnés complètent ceux de la base ; replace : le SPANC ne garde rien d’autre. Les noms de personnes ne sont pas lus, sauf si une autre base est donnée pour eux.</translation>
    </message>
    <message>
        <source>Installations</source>
        <translation>Installations</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>Contrôles</translation>
    </message>
    <message>
        <source>SPANC (its identifier)</source>
        <translation>SPANC (son identifiant)</translation>
    </message>
    <message>
        <source>Field mapping of the installations (empty = proposed)</source>
        <translation>Correspondance des champs des installations (vide = proposée)</translation>
    </message>
    <message>
        <source>Field mapping of the controls (empty = proposed)</source>
        <translation>Correspondance des champs des contrôles (vide = proposée)</translation>
    </message>
    <message>
        <source>Import the cadastre</source>
        <translation>Importer le cadastre</translation>
    </message>
    <message>
        <source>Reads PCI EDIGEO sheets (.tar.bz2, unpacked folders, zips of them), Etalab GeoJSON files and databases of the Cadastre extension into the shared store. What the store already holds is not read again; a sheet that cannot be read is named and the others are done; an import that was stopped resumes where it was. merge: the sheets given take the place of the same sheets; replace: the communes given keep nothing else. Owners are never imported.</source>
        <translation>Lit des feuilles PCI EDIGEO (.tar.bz2, dossiers décompressés, zips qui en contiennent), des fichiers GeoJSON d’Etalab et des bases de l’extension Cadastre dans la base commune. Ce qui est déjà dans la base n’est pas relu ; une feuille qui ne peut être lue est nommée et les autres sont faites ; un import arrêté reprend où il en était. merge : les feuilles données remplacent les mêmes feuilles ; replace : les communes données ne gardent rien d’autre. Les propriétaires ne sont jamais importés.</translation>
    </message>
    <message>
        <source>Sheets, files, folders or zips</source>
        <translation>Feuilles, fichiers, dossiers ou zips</translation>
    </message>
    <message>
        <source>Issue (empty = date of each sheet)</source>
        <translation>Millésime (vide = date de chaque feuille)</translation>
    </message>
    <message>
        <source>Department, for sheets whose name does not say it</source>
        <translation>Département, pour les feuilles dont le nom ne le dit pas</translation>
    </message>
    <message>
        <source>List the sanitation controls that are due</source>
        <translation>Lister les contrôles d’assainissement à faire</translation>
    </message>
    <message>
        <source>Lists by commune the installations whose control is late, near or was never made. The dates are computed each time from the last control and from the rules of each SPANC (table anc_service): ten years at most. Installations without a place are in the list too, with an empty geometry.</source>
        <translation>Liste par commune les installations dont le contrôle est en retard, proche ou n’a jamais été fait. Les dates sont calculées à chaque fois d’après le dernier contrôle et les règles de chaque SPANC (table anc_service) : dix ans au plus. Les installations non localisées sont aussi dans la liste, avec une géométrie vide.</translation>
    </message>
    <message>
        <source>Due by (YYYY-MM-DD; empty = all)</source>
        <translation>À faire au plus tard le (AAAA-MM-JJ ; vide = tous)</translation>
    </message>
    <message>
        <source>Which ones</source>
        <translation>Lesquels</translation>
    </message>
    <message>
        <source>List the permits near their deadline</source>
        <translation>Lister les autorisations d’urbanisme proches de l’échéance</translation>
    </message>
    <message>
        <source>Lists by commune the dossiers whose delay of instruction ends soon or has ended without a known decision, and on demand the granted permits that lapse soon. The deadline is computed from the day on which the dossier was complete, from its type and from its increases. The list warns, it decides nothing: only the written documents count.</source>
        <translation>Liste par commune les dossiers dont le délai d’instruction se termine bientôt ou s’est terminé sans décision connue et, sur demande, les autorisations accordées bientôt caduques. L’échéance est calculée d’après le jour où le dossier a été complet, son type et ses majorations. La liste avertit, elle ne décide de rien : seules les pièces écrites font foi.</translation>
    </message>
    <message>
        <source>Near: days before the deadline</source>
        <translation>Proche : jours avant l’échéance</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Échéances</translation>
    </message>
    <message>
        <source>List the shared data</source>
        <translation>Lister les données partagées</translation>
    </message>
    <message>
        <source>Lists the sources of the profiles that match words, themes and a territory, as CSV or JSON. No server is asked anything, except for the profiles themselves.</source>
        <translation>Liste les sources des profils qui répondent à des mots, des thèmes et un territoire, en CSV ou en JSON. Aucun serveur n’est interrogé, sauf pour les profils eux-mêmes.</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Themes (identifiers, comma separated)</source>
        <translation>Thèmes (identifiants, séparés par des virgules)</translation>
    </message>
    <message>
        <source>Territory (FR-12, INSEE code, SIREN)</source>
        <translation>Territoire (FR-12, code INSEE, SIREN)</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Number of sources</source>
        <translation>Nombre de sources</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Ask the services whether they answer and know the layers</source>
        <translation>Demander aux services s’ils répondent et connaissent les couches</translation>
    </message>
    <message>
        <source>Repair the layers of a project</source>
        <translation>Réparer les couches d’un projet</translation>
    </message>
    <message>
        <source>Opens the sources of the profiles in place of the sick layers of a project, keeping their styles, and writes the result in another project. The first one is not changed.</source>
        <translation>Ouvre les sources des profils à la place des couches malades d’un projet, en gardant leurs styles, et écrit le résultat dans un autre projet. Le premier n’est pas modifié.</translation>
    </message>
    <message>
        <source>Layers to repair (identifiers, comma separated; empty: all that can be)</source>
        <translation>Couches à réparer (identifiants, séparés par des virgules ; vide : toutes celles qui peuvent l’être)</translation>
    </message>
    <message>
        <source>Repaired project</source>
        <translation>Projet réparé</translation>
    </message>
    <message>
        <source>Repaired layers</source>
        <translation>Couches réparées</translation>
    </message>
    <message>
        <source>Repairs that did not open</source>
        <translation>Réparations qui ne s’ouvrent pas</translation>
    </message>
    <message>
        <source>{table}: or a layer</source>
        <translation>{table} : ou une couche</translation>
    </message>
    <message>
        <source>{table}: or an address (PostGIS…|table=, path|layername=)</source>
        <translation>{table} : ou une adresse (PostGIS…|table=, chemin|layername=)</translation>
    </message>
    <message>
        <source>Only tell what would be done</source>
        <translation>Dire seulement ce qui serait fait</translation>
    </message>
    <message>
        <source>Save the field mapping (name, or path of a .json)</source>
        <translation>Enregistrer la correspondance des champs (nom, ou chemin d’un .json)</translation>
    </message>
    <message>
        <source>Encoding of a CSV (empty = found)</source>
        <translation>Encodage d’un CSV (vide = détecté)</translation>
    </message>
    <message>
        <source>Other store for the names of people (empty = names are not read)</source>
        <translation>Autre base pour les noms de personnes (vide = les noms ne sont pas lus)</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>Lignes lues</translation>
    </message>
    <message>
        <source>Rows taken</source>
        <translation>Lignes reprises</translation>
    </message>
    <message>
        <source>Rows refused</source>
        <translation>Lignes refusées</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Remarques</translation>
    </message>
    <message>
        <source>Day of the list (YYYY-MM-DD; empty = today)</source>
        <translation>Jour de la liste (AAAA-MM-JJ ; vide = aujourd’hui)</translation>
    </message>
    <message>
        <source>Layer of what is due</source>
        <translation>Couche de ce qui est à échéance</translation>
    </message>
    <message>
        <source>Table of what is due (CSV or JSON)</source>
        <translation>Table de ce qui est à échéance (CSV ou JSON)</translation>
    </message>
    <message>
        <source>Rows listed</source>
        <translation>Lignes listées</translation>
    </message>
    <message>
        <source>Rows without a place on the map</source>
        <translation>Lignes sans emplacement sur la carte</translation>
    </message>
    <message>
        <source>Metadata sheet</source>
        <translation>Fiche de métadonnées</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Thèmes</translation>
    </message>
    <message>
        <source>Table of permits</source>
        <translation>Table des dossiers</translation>
    </message>
    <message>
        <source>Territory: 12202</source>
        <translation>Territoire : 12202</translation>
    </message>
    <message>
        <source>Repairing the project</source>
        <translation>Réparation du projet</translation>
    </message>
    <message>
        <source>Opening the new addresses…</source>
        <translation>Ouverture des nouvelles adresses…</translation>
    </message>
    <message>
        <source>Undoing the repair</source>
        <translation>Annulation de la réparation</translation>
    </message>
    <message>
        <source>Opening the former addresses…</source>
        <translation>Ouverture des anciennes adresses…</translation>
    </message>
    <message>
        <source>Place on the map</source>
        <translation>Lieu sur la carte</translation>
    </message>
    <message>
        <source>This round is decided: nothing more is said of it.</source>
        <translation>Ce tour est décidé : on n’y ajoute plus rien.</translation>
    </message>
    <message>
        <source>{done} of {total} looked at</source>
        <translation>{done} sur {total} vérifiés</translation>
    </message>
    <message>
        <source>required</source>
        <translation>obligatoire</translation>
    </message>
    <message>
        <source>Choose a question first.</source>
        <translation>Choisissez d’abord une question.</translation>
    </message>
    <message>
        <source>Place chosen</source>
        <translation>Lieu choisi</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>Ce qu’il faut regarder</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>Ce qui a été vu</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Click where it is on the map</source>
        <translation>Cliquez l’endroit sur la carte</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Changements</translation>
    </message>
    <message>
        <source>Ground that changed</source>
        <translation>Terrain qui change de type</translation>
    </message>
    <message>
        <source>Round {number}</source>
        <translation>Tour {number}</translation>
    </message>
    <message>
        <source>Objects that changed</source>
        <translation>Objets qui ont changé</translation>
    </message>
    <message>
        <source>{document}: rounds {before} and {after}</source>
        <translation>{document} : tours {before} et {after}</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>Montrer sur la carte</translation>
    </message>
    <message>
        <source>Before / after</source>
        <translation>Avant / après</translation>
    </message>
    <message>
        <source>There is nothing to compare before a second round.</source>
        <translation>Rien à comparer avant un deuxième tour.</translation>
    </message>
    <message>
        <source>Comparing the two rounds…</source>
        <translation>Comparaison des deux tours…</translation>
    </message>
    <message>
        <source>The rules or the standard changed between these rounds.</source>
        <translation>Les règles ou le standard ont changé entre ces tours.</translation>
    </message>
    <message>
        <source>Nothing: every object is the same.</source>
        <translation>Rien : tous les objets sont les mêmes.</translation>
    </message>
    <message>
        <source>Areas that changed of TYPEZONE</source>
        <translation>Surfaces changées de TYPEZONE</translation>
    </message>
    <message>
        <source>no zone</source>
        <translation>hors zone</translation>
    </message>
    <message>
        <source>Nothing: all the ground kept its type.</source>
        <translation>Rien : tout le terrain garde son type.</translation>
    </message>
    <message>
        <source>Choose two different rounds.</source>
        <translation>Choisissez deux tours différents.</translation>
    </message>
    <message>
        <source>Show these findings</source>
        <translation>Montrer ces constats</translation>
    </message>
    <message>
        <source>Earlier round</source>
        <translation>Tour d’avant</translation>
    </message>
    <message>
        <source>Later round</source>
        <translation>Tour d’après</translation>
    </message>
    <message>
        <source>What changed from one round to the other</source>
        <translation>Ce qui a changé d’un tour à l’autre</translation>
    </message>
    <message>
        <source>The changes and both rounds, as layers</source>
        <translation>Les changements et les deux tours, en couches</translation>
    </message>
    <message>
        <source>Draw a curtain over the map: the earlier round at its left. Move the pointer, or press ← and →.</source>
        <translation>Tire un rideau sur la carte : le tour d’avant à gauche. Bougez le pointeur, ou appuyez sur ← et →.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Nothing forbids to accept this round.</source>
        <translation>Rien n’empêche d’accepter ce tour.</translation>
    </message>
    <message>
        <source>What forbids to accept</source>
        <translation>Ce qui empêche d’accepter</translation>
    </message>
    <message>
        <source>This round can be accepted</source>
        <translation>Ce tour peut être accepté</translation>
    </message>
    <message>
        <source>Something forbids to accept: see above.</source>
        <translation>Quelque chose empêche d’accepter : voyez ci-dessus.</translation>
    </message>
    <message>
        <source>Decided: {state}</source>
        <translation>Décidé : {state}</translation>
    </message>
    <message>
        <source>This round was accepted: there is no letter.</source>
        <translation>Ce tour a été accepté : il n’y a pas de lettre.</translation>
    </message>
    <message>
        <source>Say who signs.</source>
        <translation>Dites qui signe.</translation>
    </message>
    <message>
        <source>Say why it is sent back.</source>
        <translation>Dites pourquoi il est renvoyé.</translation>
    </message>
    <message>
        <source>Write: {paper}</source>
        <translation>Écrire : {paper}</translation>
    </message>
    <message>
        <source>as the certificate will name them</source>
        <translation>comme le certificat le nommera</translation>
    </message>
    <message>
        <source>Signatory</source>
        <translation>Signataire</translation>
    </message>
    <message>
        <source>Required to send back; the letter says it</source>
        <translation>Obligatoire pour renvoyer ; la lettre le dit</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>The consultancy mends and delivers again: that will be another round</source>
        <translation>Le bureau d’études corrige et livre à nouveau : ce sera un autre tour</translation>
    </message>
    <message>
        <source>The certificate is signed and registered: this cannot be taken back</source>
        <translation>Le certificat est signé et inscrit au registre : on ne revient pas dessus</translation>
    </message>
    <message>
        <source>SMICA instruction</source>
        <translation>SMICA instruction</translation>
    </message>
    <message>
        <source>Choose a GeoPackage…</source>
        <translation>Choisir un GeoPackage…</translation>
    </message>
    <message>
        <source>Options: GeoPackage or PostGIS…</source>
        <translation>Options : GeoPackage ou PostGIS…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Procedures, rounds and decisions are kept in the shared store, which is not chosen yet. A GeoPackage that does not exist is made.</source>
        <translation>Les procédures, les tours et les décisions sont gardés dans la base commune, qui n’est pas encore choisie. Un GeoPackage qui n’existe pas est créé.</translation>
    </message>
    <message>
        <source>late</source>
        <translation>en retard</translation>
    </message>
    <message>
        <source>New procedure…</source>
        <translation>Nouvelle procédure…</translation>
    </message>
    <message>
        <source>Read the list again</source>
        <translation>Relire la liste</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>Communes by state, as a layer</source>
        <translation>Les communes par état, en couche</translation>
    </message>
    <message>
        <source>Write the list as a table</source>
        <translation>Écrire la liste en tableau</translation>
    </message>
    <message>
        <source>{shown} of {total} procedure</source>
        <translation>{shown} procédure sur {total}</translation>
    </message>
    <message>
        <source>{shown} of {total} procedures</source>
        <translation>{shown} procédures sur {total}</translation>
    </message>
    <message>
        <source>{count} late</source>
        <translation>{count} en retard</translation>
    </message>
    <message>
        <source>Filter the procedures by words</source>
        <translation>Filtrer les procédures par mots</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Tout état</translation>
    </message>
    <message>
        <source>Procedures</source>
        <translation>Procédures</translation>
    </message>
    <message>
        <source>No procedure yet. Open one for each document that is made or changed: its deliveries, the decisions and what is published of it will be kept here, for all who share the store.</source>
        <translation>Pas encore de procédure. Ouvrez-en une par document que l’on élabore ou que l’on change : ses livraisons, les décisions et ce qui en est publié seront gardés ici, pour tous ceux qui partagent la base.</translation>
    </message>
    <message>
        <source>SMICA: procedures</source>
        <translation>SMICA : procédures</translation>
    </message>
    <message>
        <source>SMICA: comparison of two rounds</source>
        <translation>SMICA : comparaison de deux tours</translation>
    </message>
    <message>
        <source>SMICA: reception of a delivery</source>
        <translation>SMICA : réception d’une livraison</translation>
    </message>
    <message>
        <source>SMICA: new procedure</source>
        <translation>SMICA : nouvelle procédure</translation>
    </message>
    <message>
        <source>SMICA: exception</source>
        <translation>SMICA : exception</translation>
    </message>
    <message>
        <source>SMICA: question</source>
        <translation>SMICA : question</translation>
    </message>
    <message>
        <source>SMICA: checklist</source>
        <translation>SMICA : points à vérifier</translation>
    </message>
    <message>
        <source>SMICA: decision</source>
        <translation>SMICA : décision</translation>
    </message>
    <message>
        <source>SMICA: publication</source>
        <translation>SMICA : publication</translation>
    </message>
    <message>
        <source>The cadastre of the store does not know these communes: they are listed, not drawn.</source>
        <translation>Le cadastre de la base ne connaît pas ces communes : elles sont dans la table, pas sur la carte.</translation>
    </message>
    <message>
        <source>Write a paper of the decision</source>
        <translation>Écrire une pièce de la décision</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>Écrit : {file}</translation>
    </message>
    <message>
        <source>SMICA: creation of the store</source>
        <translation>SMICA : création de la base</translation>
    </message>
    <message>
        <source>Certificate (PDF)</source>
        <translation>Certificat (PDF)</translation>
    </message>
    <message>
        <source>Certificate (JSON)</source>
        <translation>Certificat (JSON)</translation>
    </message>
    <message>
        <source>Letter (PDF)</source>
        <translation>Lettre (PDF)</translation>
    </message>
    <message>
        <source>Working copy</source>
        <translation>Copie de travail</translation>
    </message>
    <message>
        <source>Open the procedure</source>
        <translation>Ouvrir la procédure</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Renoncer</translation>
    </message>
    <message>
        <source>that of each delivery</source>
        <translation>celui de chaque livraison</translation>
    </message>
    <message>
        <source>Name of the folder expected, such as 12202_PLU_20260301.</source>
        <translation>Nom du dossier attendu, comme 12202_PLU_20260301.</translation>
    </message>
    <message>
        <source>{kind} of the territory {territory}.</source>
        <translation>{kind} du territoire {territory}.</translation>
    </message>
    <message>
        <source>made of the document and the kind</source>
        <translation>fait du document et du type</translation>
    </message>
    <message>
        <source>no deadline</source>
        <translation>sans échéance</translation>
    </message>
    <message>
        <source>New procedure</source>
        <translation>Nouvelle procédure</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Consultancy</source>
        <translation>Bureau d’études</translation>
    </message>
    <message>
        <source>Standard agreed</source>
        <translation>Standard convenu</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>Name of the procedure</source>
        <translation>Nom de la procédure</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>To check by eye</source>
        <translation>À vérifier à l’œil</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>Publication</source>
        <translation>Publication</translation>
    </message>
    <message>
        <source>turn of: {who}</source>
        <translation>à : {who}</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>échéance {day}</translation>
    </message>
    <message>
        <source>Findings ({count})</source>
        <translation>Constats ({count})</translation>
    </message>
    <message>
        <source>To check by eye ({count})</source>
        <translation>À vérifier à l’œil ({count})</translation>
    </message>
    <message>
        <source>Round {number} awaits its decision first.</source>
        <translation>Le tour {number} attend d’abord sa décision.</translation>
    </message>
    <message>
        <source>A round was accepted: another version of the document wants another procedure.</source>
        <translation>Un tour a été accepté : une autre version du document demande une autre procédure.</translation>
    </message>
    <message>
        <source>All procedures</source>
        <translation>Toutes les procédures</translation>
    </message>
    <message>
        <source>No delivery yet. Drop the one that the consultancy sent here, or choose it with Receive: it is fingerprinted, checked, and becomes round 1.</source>
        <translation>Pas encore de livraison. Déposez ici celle que le bureau d’études a envoyée, ou choisissez-la avec Recevoir : on en prend l’empreinte, on la contrôle, elle devient le tour 1.</translation>
    </message>
    <message>
        <source>Receive…</source>
        <translation>Recevoir…</translation>
    </message>
    <message>
        <source>Receive a delivery: a folder, a zip or a GeoPackage; you can also drop it here</source>
        <translation>Recevoir une livraison : un dossier, un zip ou un GeoPackage ; vous pouvez aussi la déposer ici</translation>
    </message>
    <message>
        <source>Procedures by state</source>
        <translation>Procédures par état</translation>
    </message>
    <message>
        <source>round {number}</source>
        <translation>tour {number}</translation>
    </message>
    <message>
        <source>LATE by {days}</source>
        <translation>EN RETARD de {days}</translation>
    </message>
    <message>
        <source>Delivery of this round</source>
        <translation>Livraison de ce tour</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publier</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>The shared store always comes first: the others repeat it</source>
        <translation>La base commune vient toujours d’abord : les autres la répètent</translation>
    </message>
    <message>
        <source>Round {state}: the delivery is asked again, and compared with it.</source>
        <translation>Tour {state} : la livraison est redemandée, et comparée avec lui.</translation>
    </message>
    <message>
        <source>Round {state}: it can be restored, with a reason.</source>
        <translation>Tour {state} : il peut être rétabli, avec un motif.</translation>
    </message>
    <message>
        <source>Nobody accepted this round: publishing it all the same wants a reason.</source>
        <translation>Personne n’a accepté ce tour : le publier quand même demande un motif.</translation>
    </message>
    <message>
        <source>Choose the delivery of this round.</source>
        <translation>Choisissez la livraison de ce tour.</translation>
    </message>
    <message>
        <source>Say why, in the field Reason.</source>
        <translation>Dites pourquoi, dans le champ Motif.</translation>
    </message>
    <message>
        <source>This round is no longer in force: restore it.</source>
        <translation>Ce tour n’est plus en vigueur : rétablissez-le.</translation>
    </message>
    <message>
        <source>delivery of this round: folder, zip or GeoPackage</source>
        <translation>livraison de ce tour : dossier, zip ou GeoPackage</translation>
    </message>
    <message>
        <source>Reason, which the audit keeps</source>
        <translation>Motif, que le journal garde</translation>
    </message>
    <message>
        <source>Say what each target would change; nothing is written</source>
        <translation>Dit ce que chaque cible changerait ; rien n’est écrit</translation>
    </message>
    <message>
        <source>Publish, then read back and compare</source>
        <translation>Publie, puis relit et compare</translation>
    </message>
    <message>
        <source>Take it out of what is in force: cancelled by a court, or taken back</source>
        <translation>Le sort de ce qui est en vigueur : annulé par le juge, ou retiré</translation>
    </message>
    <message>
        <source>Bring it back in force, in the place of the one that is now</source>
        <translation>Le remet en vigueur, à la place de celui qui l’est</translation>
    </message>
    <message>
        <source>Plan, or what was read back</source>
        <translation>Plan, ou ce qui a été relu</translation>
    </message>
    <message>
        <source>Plan: nothing is written</source>
        <translation>Prévu : rien n’est écrit</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation>Relu</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>version {number}</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Motif : {reason}</translation>
    </message>
    <message>
        <source>Certificate {seal}</source>
        <translation>Certificat {seal}</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>prévu</translation>
    </message>
    <message>
        <source>nothing to change</source>
        <translation>rien à changer</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>{found} instead of {expected}</source>
        <translation>{found} au lieu de {expected}</translation>
    </message>
    <message>
        <source>proved</source>
        <translation>prouvé</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>diffère</translation>
    </message>
    <message>
        <source>What was said of the finding</source>
        <translation>Ce qui a été dit du constat</translation>
    </message>
    <message>
        <source>Reason of the exception, question or answer</source>
        <translation>Motif de l’exception, question ou réponse</translation>
    </message>
    <message>
        <source>Reason, question or answer</source>
        <translation>Motif, question ou réponse</translation>
    </message>
    <message>
        <source>Accept as an exception</source>
        <translation>Exception</translation>
    </message>
    <message>
        <source>The fault is let pass, with this reason; the next rounds keep it</source>
        <translation>Le défaut est admis, avec ce motif ; les tours suivants le gardent</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Ask about this finding, or answer what was asked</source>
        <translation>Poser une question sur ce constat, ou répondre</translation>
    </message>
    <message>
        <source>Choose a finding first.</source>
        <translation>Choisissez d’abord un constat.</translation>
    </message>
    <message>
        <source>This finding is no longer there.</source>
        <translation>Ce constat n’est plus là.</translation>
    </message>
    <message>
        <source>It is an exception already.</source>
        <translation>C’est déjà une exception.</translation>
    </message>
    <message>
        <source>A piece of information needs no exception.</source>
        <translation>Une information n’a pas besoin d’exception.</translation>
    </message>
    <message>
        <source>Choose one finding to ask about it.</source>
        <translation>Choisissez un seul constat pour poser une question.</translation>
    </message>
    <message>
        <source>Write it above first.</source>
        <translation>Écrivez-le d’abord au-dessus.</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>Exception</translation>
    </message>
    <message>
        <source>{count} findings of this kind.</source>
        <translation>{count} constats de ce genre.</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Tours</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>Instruction</translation>
    </message>
    <message>
        <source>Instruction: rounds of a delivery, decision, publication</source>
        <translation>Instruction : tours d’une livraison, décision, publication</translation>
    </message>
    <message>
        <source>received</source>
        <translation>reçu</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>contrôlé</translation>
    </message>
    <message>
        <source>sent back</source>
        <translation>renvoyé</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>accepté</translation>
    </message>
    <message>
        <source>published</source>
        <translation>publié</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>remplacé</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>retiré</translation>
    </message>
    <message>
        <source>awaited</source>
        <translation>attendu</translation>
    </message>
    <message>
        <source>Elaboration</source>
        <translation>Élaboration</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Révision</translation>
    </message>
    <message>
        <source>Simplified revision</source>
        <translation>Révision simplifiée</translation>
    </message>
    <message>
        <source>Lightened revision</source>
        <translation>Révision allégée</translation>
    </message>
    <message>
        <source>Modification</source>
        <translation>Modification</translation>
    </message>
    <message>
        <source>Simplified modification</source>
        <translation>Modification simplifiée</translation>
    </message>
    <message>
        <source>Compatibility</source>
        <translation>Mise en compatibilité</translation>
    </message>
    <message>
        <source>Abrogation</source>
        <translation>Abrogation</translation>
    </message>
    <message>
        <source>Refused by the Géoportail</source>
        <translation>Refusée par le Géoportail</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Corrigés</translation>
    </message>
    <message>
        <source>Still there</source>
        <translation>Encore là</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveaux</translation>
    </message>
    <message>
        <source>New: a rule changed</source>
        <translation>Nouveaux : une règle a changé</translation>
    </message>
    <message>
        <source>No longer asked: a rule changed</source>
        <translation>Plus demandés : une règle a changé</translation>
    </message>
    <message>
        <source>same</source>
        <translation>identiques</translation>
    </message>
    <message>
        <source>attributes changed</source>
        <translation>attributs changés</translation>
    </message>
    <message>
        <source>geometry changed</source>
        <translation>géométrie changée</translation>
    </message>
    <message>
        <source>added</source>
        <translation>ajoutés</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>retirés</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Not concerned</source>
        <translation>Sans objet</translation>
    </message>
    <message>
        <source>Shared store</source>
        <translation>Base commune</translation>
    </message>
    <message>
        <source>Archive for the Géoportail</source>
        <translation>Archive pour le Géoportail</translation>
    </message>
    <message>
        <source>Map service (WMS, WFS)</source>
        <translation>Service de cartes (WMS, WFS)</translation>
    </message>
    <message>
        <source>Catalogue of metadata</source>
        <translation>Catalogue de métadonnées</translation>
    </message>
    <message>
        <source>ATOM feed</source>
        <translation>Flux ATOM</translation>
    </message>
    <message>
        <source>Counter-check by the Géoportail</source>
        <translation>Contre-contrôle par le Géoportail</translation>
    </message>
    <message>
        <source>{count} day</source>
        <translation>{count} jour</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} jours</translation>
    </message>
    <message>
        <source>also search addresses (sent to the service of the IGN)</source>
        <translation>chercher aussi des adresses (envoyées au service de l'IGN)</translation>
    </message>
    <message>
        <source>Open the written piece of the line, at its page</source>
        <translation>Ouvrir la pièce écrite de la ligne, à sa page</translation>
    </message>
    <message>
        <source>Parcels selected in the active layer</source>
        <translation>Parcelles sélectionnées dans la couche active</translation>
    </message>
    <message>
        <source>Rules: store and project</source>
        <translation>Règles : base et projet</translation>
    </message>
    <message>
        <source>Rules: Géoportail</source>
        <translation>Règles : Géoportail</translation>
    </message>
    <message>
        <source>Where planning rules are read</source>
        <translation>Où sont lues les règles d’urbanisme</translation>
    </message>
    <message>
        <source>Zones, prescriptions, informations and easements come from the shared store and the layers of the project, or from the service of the Géoportail de l'urbanisme. The place of the parcel is then sent to it.</source>
        <translation>Les zones, prescriptions, informations et servitudes viennent de la base commune et des couches du projet, ou du service du Géoportail de l’urbanisme. L’emplacement de la parcelle lui est alors envoyé.</translation>
    </message>
    <message>
        <source>Not found: {parcels}</source>
        <translation>Introuvable : {parcels}</translation>
    </message>
    <message>
        <source>Reading what applies to the parcel…</source>
        <translation>Lecture de ce qui s’applique à la parcelle…</translation>
    </message>
    <message>
        <source>No parcel is selected in the active layer, or its identifier is not understood.</source>
        <translation>Aucune parcelle n’est sélectionnée dans la couche active, ou son identifiant n’est pas reconnu.</translation>
    </message>
    <message>
        <source>{piece}: page {page}</source>
        <translation>{piece} : page {page}</translation>
    </message>
    <message>
        <source>Written piece</source>
        <translation>Pièce écrite</translation>
    </message>
    <message>
        <source>No program of this computer opens {piece}.</source>
        <translation>Aucun programme de cet ordinateur n’ouvre {piece}.</translation>
    </message>
    <message>
        <source>Import sanitation, permits</source>
        <translation>Importer assainissement, permis</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Rapport…</translation>
    </message>
    <message>
        <source>Open the layers</source>
        <translation>Ouvrir les couches</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>SMICA: reading a table</source>
        <translation>SMICA : lecture d'une table</translation>
    </message>
    <message>
        <source>The shared store is not chosen: choose it in QGIS › Options › SMICA.</source>
        <translation>La base commune n'est pas choisie : choisissez-la dans QGIS › Options › SMICA.</translation>
    </message>
    <message>
        <source>Choose a table.</source>
        <translation>Choisissez une table.</translation>
    </message>
    <message>
        <source>Say which SPANC: dossier numbers only hold for one of them.</source>
        <translation>Dites quel SPANC : les numéros de dossier ne valent que chez l'un d'eux.</translation>
    </message>
    <message>
        <source>Needed, without a column: {fields}.</source>
        <translation>Nécessaires, sans colonne : {fields}.</translation>
    </message>
    <message>
        <source>The import is done.</source>
        <translation>L'import est fait.</translation>
    </message>
    <message>
        <source>Stopped: nothing was changed.</source>
        <translation>Arrêté : rien n'a été changé.</translation>
    </message>
    <message>
        <source>SMICA: import into the shared store</source>
        <translation>SMICA : import dans la base commune</translation>
    </message>
    <message>
        <source>Save the mapping…</source>
        <translation>Enregistrer la correspondance…</translation>
    </message>
    <message>
        <source>The mapping is saved: {name}</source>
        <translation>La correspondance est enregistrée : {name}</translation>
    </message>
    <message>
        <source>proposed from the titles</source>
        <translation>proposée d'après les titres</translation>
    </message>
    <message>
        <source>This field has no list of values.</source>
        <translation>Ce champ n'a pas de liste de valeurs.</translation>
    </message>
    <message>
        <source>No value of this column to be translated.</source>
        <translation>Aucune valeur de cette colonne à traduire.</translation>
    </message>
    <message>
        <source>Words of the column {column}:</source>
        <translation>Mots de la colonne {column} :</translation>
    </message>
    <message>
        <source>needed: choose its column</source>
        <translation>nécessaire : choisissez sa colonne</translation>
    </message>
    <message>
        <source>{count} word not known</source>
        <translation>{count} mot inconnu</translation>
    </message>
    <message>
        <source>{count} words not known</source>
        <translation>{count} mots inconnus</translation>
    </message>
    <message>
        <source>always: {value}</source>
        <translation>toujours : {value}</translation>
    </message>
    <message>
        <source>Save the mapping</source>
        <translation>Enregistrer la correspondance</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Correspondance</translation>
    </message>
    <message>
        <source>Words allowed in dossier numbers</source>
        <translation>Mots admis dans les numéros de dossier</translation>
    </message>
    <message>
        <source>A number that holds another word is refused: it may be somebody&apos;s name.</source>
        <translation>Un numéro qui contient un autre mot est refusé : ce peut être le nom de quelqu'un.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Column of the table</source>
        <translation>Colonne de la table</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Exemple</translation>
    </message>
    <message>
        <source>Field mapping</source>
        <translation>Correspondance des champs</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>nécessaire</translation>
    </message>
    <message>
        <source>A column, or a template that joins several: {Section} {Number}</source>
        <translation>Une colonne, ou un modèle qui en joint plusieurs : {Section} {Number}</translation>
    </message>
    <message>
        <source>Column of: {field}</source>
        <translation>Colonne de : {field}</translation>
    </message>
    <message>
        <source>Preview tells what would be done, row by row, and writes nothing.</source>
        <translation>L'aperçu dit ce qui serait fait, ligne par ligne, et n'écrit rien.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Rows refused or to be looked at</source>
        <translation>Lignes refusées ou à voir</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusée</translation>
    </message>
    <message>
        <source>to be looked at</source>
        <translation>à voir</translation>
    </message>
    <message>
        <source>{count} row refused</source>
        <translation>{count} ligne refusée</translation>
    </message>
    <message>
        <source>{count} rows refused</source>
        <translation>{count} lignes refusées</translation>
    </message>
    <message>
        <source>{count} row taken</source>
        <translation>{count} ligne prise</translation>
    </message>
    <message>
        <source>{count} rows taken</source>
        <translation>{count} lignes prises</translation>
    </message>
    <message>
        <source>{count} rows read</source>
        <translation>{count} lignes lues</translation>
    </message>
    <message>
        <source>{count} remark</source>
        <translation>{count} remarque</translation>
    </message>
    <message>
        <source>{count} remarks</source>
        <translation>{count} remarques</translation>
    </message>
    <message>
        <source>Nothing was written. </source>
        <translation>Rien n'a été écrit. </translation>
    </message>
    <message>
        <source> The {count} others are in the report.</source>
        <translation> Les {count} autres sont dans le rapport.</translation>
    </message>
    <message>
        <source>identifier of the SPANC, for example SPANC-CC</source>
        <translation>identifiant du SPANC, par exemple SPANC-CC</translation>
    </message>
    <message>
        <source>complete what the store has</source>
        <translation>compléter ce que la base contient</translation>
    </message>
    <message>
        <source>replace what the store has of them</source>
        <translation>remplacer ce que la base en contient</translation>
    </message>
    <message>
        <source>SPANC</source>
        <translation>SPANC</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Vient de</translation>
    </message>
    <message>
        <source>A file…</source>
        <translation>Un fichier…</translation>
    </message>
    <message>
        <source>A layer of the project…</source>
        <translation>Une couche du projet…</translation>
    </message>
    <message>
        <source>file, or service=… schema=… | table=… (PostGIS)</source>
        <translation>fichier, ou service=… schema=… | table=… (PostGIS)</translation>
    </message>
    <message>
        <source>Choose the table</source>
        <translation>Choisir la table</translation>
    </message>
    <message>
        <source>Choose the layer</source>
        <translation>Choisir la couche</translation>
    </message>
    <message>
        <source>Layers of the project that are files</source>
        <translation>Couches du projet qui sont des fichiers</translation>
    </message>
    <message>
        <source>Sanitation: installations and controls</source>
        <translation>Assainissement : installations et contrôles</translation>
    </message>
    <message>
        <source>Sanitation: components of installations</source>
        <translation>Assainissement : ouvrages des installations</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Ouvrages</translation>
    </message>
    <message>
        <source>Sanitation: works asked for</source>
        <translation>Assainissement : travaux demandés</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Travaux</translation>
    </message>
    <message>
        <source>Permits: consultations</source>
        <translation>Droit des sols : consultations</translation>
    </message>
    <message>
        <source>Consultations</source>
        <translation>Consultations</translation>
    </message>
    <message>
        <source>Permits: constraints</source>
        <translation>Droit des sols : contraintes</translation>
    </message>
    <message>
        <source>Constraints</source>
        <translation>Contraintes</translation>
    </message>
    <message>
        <source>In the table</source>
        <translation>Dans la table</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Veut dire</translation>
    </message>
    <message>
        <source>Meaning of the words</source>
        <translation>Sens des mots</translation>
    </message>
    <message>
        <source>not known: rows with it are refused</source>
        <translation>inconnu : les lignes qui le contiennent sont refusées</translation>
    </message>
    <message>
        <source>Meaning of: {word}</source>
        <translation>Sens de : {word}</translation>
    </message>
    <message>
        <source>to be said…</source>
        <translation>à dire…</translation>
    </message>
    <message>
        <source>{meaning} (recognised)</source>
        <translation>{meaning} (reconnu)</translation>
    </message>
    <message>
        <source>nothing (recognised)</source>
        <translation>rien (reconnu)</translation>
    </message>
    <message>
        <source>Import sanitation, permits…</source>
        <translation>Importer assainissement, permis…</translation>
    </message>
    <message>
        <source>GeoPackage of the store</source>
        <translation>GeoPackage de la base</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>Create or update</source>
        <translation>Créer ou mettre à jour</translation>
    </message>
    <message>
        <source>Copy for the IT department</source>
        <translation>Copier pour le service informatique</translation>
    </message>
    <message>
        <source>To be done:</source>
        <translation>À faire :</translation>
    </message>
    <message>
        <source>No store yet: the parcel sheet and the imports need one.</source>
        <translation>Pas encore de base : la fiche parcelle et les imports en ont besoin.</translation>
    </message>
    <message>
        <source>Copied: paste it in a message to your IT department.</source>
        <translation>Copié : collez-le dans un message à votre service informatique.</translation>
    </message>
    <message>
        <source>file .gpkg, on this computer or on a share</source>
        <translation>fichier .gpkg, sur ce poste ou sur un partage</translation>
    </message>
    <message>
        <source>PostGIS connection</source>
        <translation>Connexion PostGIS</translation>
    </message>
    <message>
        <source>connection of QGIS, or service=… authcfg=…</source>
        <translation>connexion de QGIS, ou service=… authcfg=…</translation>
    </message>
    <message>
        <source>The name of a PostgreSQL connection of QGIS, or service=… dbname=… host=… authcfg=…</source>
        <translation>Le nom d'une connexion PostgreSQL de QGIS, ou service=… dbname=… host=… authcfg=…</translation>
    </message>
    <message>
        <source>Never a password: it stays in the authentication of QGIS.</source>
        <translation>Jamais de mot de passe : il reste dans l'authentification de QGIS.</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schéma</translation>
    </message>
    <message>
        <source>Makes the tables, or brings them up to date. Test first.</source>
        <translation>Fait les tables, ou les met à jour. Testez d'abord.</translation>
    </message>
    <message>
        <source>What the test saw</source>
        <translation>Ce que le test a vu</translation>
    </message>
    <message>
        <source>SMICA: test of the store</source>
        <translation>SMICA : test de la base</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Test en cours…</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Création en cours…</translation>
    </message>
    <message>
        <source>Drawing of the standard</source>
        <translation>Dessin du standard</translation>
    </message>
    <message>
        <source>justified exception</source>
        <translation>exception justifiée</translation>
    </message>
    <message>
        <source>question without an answer</source>
        <translation>question sans réponse</translation>
    </message>
    <message>
        <source>to be mended</source>
        <translation>à corriger</translation>
    </message>
    <message>
        <source>exception</source>
        <translation>exception</translation>
    </message>
    <message>
        <source>question</source>
        <translation>question</translation>
    </message>
    <message>
        <source>Opens a source of the profiles by its identifier (as listed by “List the shared data”), or a layer of a service by service/layer, and adds it to the project in its group, with its style and its scales. With an output, as scripts want it, the layer is added to a copy of the project given, or to a new one; the project given is not changed.</source>
        <translation>Ouvre une source des profils par son identifiant (comme le donne « Lister les données partagées »), ou une couche d’un service par service/couche, et l’ajoute au projet dans son groupe, avec son style et ses échelles. Avec un projet à écrire, comme le veulent les scripts, la couche est ajoutée à une copie du projet donné, ou à un nouveau ; le projet donné n’est pas modifié.</translation>
    </message>
    <message>
        <source>Project to start from (empty: a new one)</source>
        <translation>Projet de départ (vide : un nouveau)</translation>
    </message>
    <message>
        <source>Project to write (empty: the layer is added to the open project)</source>
        <translation>Projet à écrire (vide : la couche est ajoutée au projet ouvert)</translation>
    </message>
    <message>
        <source>A project to start from needs a project to write: it is not changed itself.</source>
        <translation>Un projet de départ demande un projet à écrire : lui-même n’est pas modifié.</translation>
    </message>
    <message>
        <source>Annotate a round</source>
        <translation>Annoter un tour</translation>
    </message>
    <message>
        <source>Says something of the last round of a procedure: a justified exception for a finding (only the DDT&apos;s officer), a question about it or its answer, or what was seen by eye for an item of the checklist.</source>
        <translation>Ajoute une annotation au dernier tour d'une procédure : une exception justifiée pour un constat (réservée à l'agent de la DDT), une question ou sa réponse, ou ce qui a été vu à l'œil pour un point de la liste à vérifier.</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Key of the finding, or code of the item</source>
        <translation>Clé du constat, ou code du point à vérifier</translation>
    </message>
    <message>
        <source>Reason, question, answer or note</source>
        <translation>Motif, question, réponse ou note</translation>
    </message>
    <message>
        <source>Answer of the checklist</source>
        <translation>Réponse au point à vérifier</translation>
    </message>
    <message>
        <source>Check the parcels of permits and of sanitation files</source>
        <translation>Contrôler les parcelles des dossiers</translation>
    </message>
    <message>
        <source>After a new issue of the cadastre: lists the permits (ads) and the sanitation files (anc) of which a parcel vanished, and follows it by the filiation. One parcel of today is proposed; several are listed, to be chosen from; a parcel that is not found is said. Nothing is changed unless APPLY is set: the links then hold what was found, and keep the parcel as it was written. No link is ever removed.</source>
        <translation>Après un nouveau millésime du cadastre : liste les dossiers d'urbanisme (ads) et d'assainissement (anc) dont une parcelle a disparu, et la suit par la filiation. Une seule parcelle d'aujourd'hui est proposée ; s'il y en a plusieurs, elles sont listées, à choisir ; une parcelle introuvable est dite. Rien n'est changé sans APPLY : les liens prennent alors ce qui a été trouvé, et gardent la parcelle telle qu'elle a été écrite. Aucun lien n'est supprimé.</translation>
    </message>
    <message>
        <source>Write what was found</source>
        <translation>Écrire ce qui a été trouvé</translation>
    </message>
    <message>
        <source>Links checked</source>
        <translation>Liens contrôlés</translation>
    </message>
    <message>
        <source>Parcels found again</source>
        <translation>Parcelles retrouvées</translation>
    </message>
    <message>
        <source>Parcels proposed</source>
        <translation>Parcelles proposées</translation>
    </message>
    <message>
        <source>Parcels to choose</source>
        <translation>Parcelles à choisir</translation>
    </message>
    <message>
        <source>Parcels of communes that are not loaded</source>
        <translation>Parcelles de communes qui ne sont pas chargées</translation>
    </message>
    <message>
        <source>Compare two rounds</source>
        <translation>Comparer deux tours</translation>
    </message>
    <message>
        <source>Compares two rounds of a procedure: findings fixed, still there and new; objects added, removed, moved or changed; areas that changed of TYPEZONE. What comes of a change of rules or of standard is told apart: give the delivery of the earlier round to check it again by the rules of today.</source>
        <translation>Compare deux tours d'une procédure : constats corrigés, encore présents et nouveaux ; objets ajoutés, retirés, déplacés ou modifiés ; surfaces qui ont changé de TYPEZONE. Ce qui vient d'un changement de règles ou de standard est dit à part : donnez la livraison du premier tour pour la recontrôler avec les règles d'aujourd'hui.</translation>
    </message>
    <message>
        <source>Earlier round (0 = the one before)</source>
        <translation>Premier tour (0 = celui d'avant)</translation>
    </message>
    <message>
        <source>Later round (0 = the last one)</source>
        <translation>Second tour (0 = le dernier)</translation>
    </message>
    <message>
        <source>Delivery of the earlier round</source>
        <translation>Livraison du premier tour</translation>
    </message>
    <message>
        <source>Comparison (JSON)</source>
        <translation>Comparaison (JSON)</translation>
    </message>
    <message>
        <source>Comparison on the map (GeoPackage)</source>
        <translation>Comparaison sur la carte (GeoPackage)</translation>
    </message>
    <message>
        <source>Findings fixed</source>
        <translation>Constats corrigés</translation>
    </message>
    <message>
        <source>Findings still there</source>
        <translation>Constats encore présents</translation>
    </message>
    <message>
        <source>New findings</source>
        <translation>Nouveaux constats</translation>
    </message>
    <message>
        <source>New findings of rules that changed</source>
        <translation>Nouveaux constats de règles qui ont changé</translation>
    </message>
    <message>
        <source>Convert to a later version of the standard</source>
        <translation>Convertir vers une version plus récente du standard</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Production</translation>
    </message>
    <message>
        <source>Makes a delivery of a later version of its standard (by default the last one) from a delivery of an older version: columns, codes, identifiers, names of folders and pieces, specification of the metadata. The delivery given is only read. What the standards do not decide is kept as it is and named in the report, with its rows, the reason and the candidates; the decisions may be given to a second run: {&quot;doc_urba.nomproc&quot;: &quot;E&quot;, &quot;info_lin.stypeinf&quot;: {&quot;19&quot;: &quot;01&quot;}}.</source>
        <translation>Fait une livraison d’une version plus récente de son standard (par défaut la dernière) à partir d’une livraison d’une version plus ancienne : colonnes, codes, identifiants, noms des dossiers et des pièces, spécification des métadonnées. La livraison donnée est seulement lue. Ce que les standards ne décident pas est gardé tel quel et nommé dans le rapport, avec ses lignes, le motif et les candidats ; les décisions peuvent être données à une seconde conversion : {&quot;doc_urba.nomproc&quot;: &quot;E&quot;, &quot;info_lin.stypeinf&quot;: {&quot;19&quot;: &quot;01&quot;}}.</translation>
    </message>
    <message>
        <source>Standard of the delivery (empty = detected)</source>
        <translation>Standard de la livraison (vide = deviné)</translation>
    </message>
    <message>
        <source>Standard wanted (empty = the last one of its kind)</source>
        <translation>Standard voulu (vide = le dernier de son genre)</translation>
    </message>
    <message>
        <source>Decisions (JSON, or path of a .json)</source>
        <translation>Décisions (JSON, ou chemin d’un .json)</translation>
    </message>
    <message>
        <source>Make a zip</source>
        <translation>Faire un zip</translation>
    </message>
    <message>
        <source>Folder of the new delivery</source>
        <translation>Dossier de la nouvelle livraison</translation>
    </message>
    <message>
        <source>Report (HTML, JSON or CSV)</source>
        <translation>Rapport (HTML, JSON ou CSV)</translation>
    </message>
    <message>
        <source>New delivery</source>
        <translation>Nouvelle livraison</translation>
    </message>
    <message>
        <source>Points to decide or to complete</source>
        <translation>Points à décider ou à compléter</translation>
    </message>
    <message>
        <source>Values that the new standard does not keep</source>
        <translation>Valeurs que le nouveau standard ne garde pas</translation>
    </message>
    <message>
        <source>Points to check</source>
        <translation>Points à vérifier</translation>
    </message>
    <message>
        <source>Official errors left</source>
        <translation>Erreurs officielles restantes</translation>
    </message>
    <message>
        <source>Create a template of a standard</source>
        <translation>Créer un modèle de saisie d’un standard</translation>
    </message>
    <message>
        <source>Makes an empty GeoPackage of a standard from its model alone: one layer for each table, with the columns, lengths and geometries of the standard, forms in French, lists of codes, constraints, default values, the national symbols and the relations between tables. Its project “saisie” opens all of it. Give it the name of the document (12202_PLU_20260301.gpkg): it then validates like a delivery.</source>
        <translation>Fait un GeoPackage vide d’un standard, à partir de son seul modèle : une couche par table, avec les colonnes, les longueurs et les géométries du standard, des formulaires en français, les listes de codes, les contraintes, les valeurs par défaut, les symboles nationaux et les relations entre les tables. Son projet « saisie » ouvre le tout. Donnez-lui le nom du document (12202_PLU_20260301.gpkg) : il se contrôle alors comme une livraison.</translation>
    </message>
    <message>
        <source>Name of the document (its folder)</source>
        <translation>Nom du document (son dossier)</translation>
    </message>
    <message>
        <source>Template (GeoPackage)</source>
        <translation>Modèle de saisie (GeoPackage)</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Modèle de saisie</translation>
    </message>
    <message>
        <source>Decide on a round</source>
        <translation>Décider d'un tour</translation>
    </message>
    <message>
        <source>Accepts a round or sends it back, in the name of the DDT: the decision is signed, entered in the register of the shared store, and written as a certificate (JSON, PDF), a letter and a working copy of what is to be mended. A round is accepted when nothing blocks any more: no error without a justified exception, and every blocking item of the checklist seen.</source>
        <translation>Accepte ou renvoie un tour, au nom de la DDT : la décision est signée, inscrite au registre de la base commune, et écrite en certificat (JSON, PDF), en lettre et en copie de travail de ce qui est à corriger. Un tour est accepté quand plus rien ne bloque : aucune erreur sans exception justifiée, et chaque point bloquant de la liste vu.</translation>
    </message>
    <message>
        <source>Reason (wanted to send back)</source>
        <translation>Motif (obligatoire pour renvoyer)</translation>
    </message>
    <message>
        <source>Checklist (JSON; empty = DDT 12)</source>
        <translation>Liste à vérifier (JSON ; vide = DDT 12)</translation>
    </message>
    <message>
        <source>Only write again the papers of a decision that was taken</source>
        <translation>Seulement réécrire les documents d'une décision déjà prise</translation>
    </message>
    <message>
        <source>To mend (GeoPackage)</source>
        <translation>À corriger (GeoPackage)</translation>
    </message>
    <message>
        <source>To mend (spreadsheet)</source>
        <translation>À corriger (tableur)</translation>
    </message>
    <message>
        <source>Seal of the certificate</source>
        <translation>Sceau du certificat</translation>
    </message>
    <message>
        <source>Zones with area and share, prescriptions, informations and easements of parcels, each line with its document and date. PARCELS takes identifiers in any form, the INSEE code of a commune or the path of a list, one a line; PARCEL_LAYER takes parcels from a layer or what is selected in it. Rules come from the shared store, from layers of the project (recognised by their CNIG fields) and from a delivery. With GEOPORTAL, planning rules and easements come from the Géoportail de l'urbanisme in place of the store; the extent of the parcels is sent to it. What covers less than 1 m² or 0.5 % is kept apart, to be checked; what is not loaded is said not to be.</source>
        <translation>Zones avec surface et part, prescriptions, informations et servitudes de parcelles, chaque ligne avec son document et sa date. PARCELS prend des identifiants sous toute forme, le code INSEE d’une commune ou le chemin d’une liste, une parcelle par ligne ; PARCEL_LAYER prend les parcelles d’une couche ou ce qui y est sélectionné. Les règles viennent de la base commune, de couches du projet (reconnues à leurs champs CNIG) et d’une livraison. Avec GEOPORTAL, les règles d’urbanisme et les servitudes viennent du Géoportail de l’urbanisme à la place de la base ; l’emprise des parcelles lui est envoyée. Ce qui couvre moins de 1 m² ou de 0,5 % est mis à part, à vérifier ; ce qui n’est pas chargé est dit non chargé.</translation>
    </message>
    <message>
        <source>Planning rules from the Géoportail de l'urbanisme</source>
        <translation>Règles d’urbanisme du Géoportail de l’urbanisme</translation>
    </message>
    <message>
        <source>Downloads the open cadastre of a commune or a department through the network of QGIS, and imports it into the shared store. etalab: light files, without house numbers nor names of roads; edigeo: all the sheets of the plan. A file that did not change is not downloaded again, and a download that was cut is taken up where it stopped.</source>
        <translation>Télécharge le cadastre ouvert d'une commune ou d'un département par le réseau de QGIS, et l'importe dans la base commune. etalab : fichiers légers, sans numéros ni noms de voies ; edigeo : toutes les feuilles du plan. Un fichier qui n'a pas changé n'est pas retéléchargé, et un téléchargement coupé reprend où il s'était arrêté.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Address of the files (empty = that of the source profiles, else the national one)</source>
        <translation>Adresse des fichiers (vide = celle des profils de données, sinon l'adresse nationale)</translation>
    </message>
    <message>
        <source>Import the details of dossiers (components, works, consultations, constraints)</source>
        <translation>Importer les détails des dossiers (ouvrages, travaux, consultations, contraintes)</translation>
    </message>
    <message>
        <source>Reads what goes under dossiers that the shared store has already: components (anc_composant) and works (anc_travaux) of installations, consultations (ads_consultation) and constraints (ads_contrainte, whose text is frozen in the dossier) of permits. The dossiers that the table names then have these rows and no others of that kind; a dossier of which a row is refused is left as it was.</source>
        <translation>Lit ce qui va sous des dossiers que la base commune a déjà : ouvrages (anc_composant) et travaux (anc_travaux) des installations, consultations (ads_consultation) et contraintes (ads_contrainte, dont le texte est figé dans le dossier) des permis. Les dossiers que la table nomme ont ensuite ces lignes et aucune autre de ce genre ; un dossier dont une ligne est refusée reste tel qu'il était.</translation>
    </message>
    <message>
        <source>What the rows are</source>
        <translation>Ce que sont les lignes</translation>
    </message>
    <message>
        <source>SPANC (its identifier; not for permits)</source>
        <translation>SPANC (son identifiant ; pas pour les permis)</translation>
    </message>
    <message>
        <source>Field mapping (empty = proposed)</source>
        <translation>Correspondance des champs (vide = proposée)</translation>
    </message>
    <message>
        <source>Import the filiation of parcels</source>
        <translation>Importer la filiation des parcelles</translation>
    </message>
    <message>
        <source>Reads the filiation documents of the DGFiP (DFI, one text a department: dfiano-dep….txt or .txt.zip) into the shared store. Parcels that were divided, joined or renumbered are then found by their old number, and permits and sanitation files follow them. What the store held of the communes of the files is replaced. Nobody's name is kept.</source>
        <translation>Lit les documents de filiation de la DGFiP (DFI, un texte par département : dfiano-dep….txt ou .txt.zip) dans la base commune. Les parcelles divisées, réunies ou renumérotées se trouvent alors par leur ancien numéro, et les dossiers d'urbanisme et d'assainissement les suivent. Ce que la base contenait des communes des fichiers est remplacé. Aucun nom n'est gardé.</translation>
    </message>
    <message>
        <source>Texts, zips or folders</source>
        <translation>Textes, zips ou dossiers</translation>
    </message>
    <message>
        <source>Relations written</source>
        <translation>Filiations écrites</translation>
    </message>
    <message>
        <source>Communes</source>
        <translation>Communes</translation>
    </message>
    <message>
        <source>Lines that were not understood</source>
        <translation>Lignes non comprises</translation>
    </message>
    <message>
        <source>Instruction of documents</source>
        <translation>Instruction des documents</translation>
    </message>
    <message>
        <source>Procedure (its identifier)</source>
        <translation>Procédure (son identifiant)</translation>
    </message>
    <message>
        <source>Round (0 = the last one)</source>
        <translation>Tour (0 = le dernier)</translation>
    </message>
    <message>
        <source>List the procedures</source>
        <translation>Lister les procédures</translation>
    </message>
    <message>
        <source>Lists all procedures of the shared store, those that wait longest first: state of the last round, age, whose turn it is, days past the deadline; as a table and as a map of the communes by state.</source>
        <translation>Liste toutes les procédures de la base commune, celles qui attendent depuis le plus longtemps d'abord : état du dernier tour, âge, à qui d'agir, jours de retard sur l'échéance ; en tableau et en carte des communes par état.</translation>
    </message>
    <message>
        <source>Only those states</source>
        <translation>Seulement ces états</translation>
    </message>
    <message>
        <source>Only what is late</source>
        <translation>Seulement ce qui est en retard</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tableau (CSV)</translation>
    </message>
    <message>
        <source>Map (GeoPackage)</source>
        <translation>Carte (GeoPackage)</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Fill a standard from layers</source>
        <translation>Remplir un standard à partir de couches</translation>
    </message>
    <message>
        <source>Fills the tables of a standard from your layers: a template (a GeoPackage, made if it is not there) or a folder of Shapefiles named as the standard wants. The mapping says which layer fills which table, column by column, with the translation of codes; without one, it is proposed from the names, and may be saved to be completed and used again. Geometries are brought to the system and to the kind of the table. The report names each row refused, each value translated or left as it was, and each text that was cut.</source>
        <translation>Remplit les tables d’un standard à partir de vos couches : un modèle de saisie (GeoPackage, fait s’il n’existe pas) ou un dossier de Shapefile nommés comme le standard le veut. La correspondance dit quelle couche remplit quelle table, colonne par colonne, avec la traduction des codes ; sans elle, elle est proposée d’après les noms, et peut être enregistrée pour être complétée et resservir. Les géométries sont ramenées au système et au genre de la table. Le rapport nomme chaque ligne refusée, chaque valeur traduite ou laissée telle quelle, et chaque texte coupé.</translation>
    </message>
    <message>
        <source>Mapping (JSON, or path of a .json; empty = proposed)</source>
        <translation>Correspondance (JSON, ou chemin d’un .json ; vide = proposée)</translation>
    </message>
    <message>
        <source>Save the mapping (path of a .json)</source>
        <translation>Enregistrer la correspondance (chemin d’un .json)</translation>
    </message>
    <message>
        <source>Replace the rows of the tables filled</source>
        <translation>Remplacer les lignes des tables remplies</translation>
    </message>
    <message>
        <source>Template (GeoPackage), or folder</source>
        <translation>Modèle de saisie (GeoPackage), ou dossier</translation>
    </message>
    <message>
        <source>What was filled</source>
        <translation>Ce qui a été rempli</translation>
    </message>
    <message>
        <source>Rows written</source>
        <translation>Lignes écrites</translation>
    </message>
    <message>
        <source>Values translated</source>
        <translation>Valeurs traduites</translation>
    </message>
    <message>
        <source>Values not translated</source>
        <translation>Valeurs non traduites</translation>
    </message>
    <message>
        <source>Texts cut</source>
        <translation>Textes coupés</translation>
    </message>
    <message>
        <source>Open a procedure</source>
        <translation>Ouvrir une procédure</translation>
    </message>
    <message>
        <source>Opens a procedure in the shared store: the making or the change of one document, whose deliveries will be received as rounds.</source>
        <translation>Ouvre une procédure dans la base commune : l'élaboration ou l'évolution d'un document, dont les livraisons seront reçues comme des tours.</translation>
    </message>
    <message>
        <source>Document expected (name of the folder: 12202_PLU_20260301)</source>
        <translation>Document attendu (nom du dossier : 12202_PLU_20260301)</translation>
    </message>
    <message>
        <source>Identifier (empty = document and kind)</source>
        <translation>Identifiant (vide = document et type)</translation>
    </message>
    <message>
        <source>Kind (NOMPROC code)</source>
        <translation>Type (code NOMPROC)</translation>
    </message>
    <message>
        <source>Standard agreed (empty = detected)</source>
        <translation>Standard convenu (vide = détecté)</translation>
    </message>
    <message>
        <source>Deadline (YYYY-MM-DD)</source>
        <translation>Échéance (AAAA-MM-JJ)</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Procédure</translation>
    </message>
    <message>
        <source>Open the layers of the shared store</source>
        <translation>Ouvrir les couches de la base commune</translation>
    </message>
    <message>
        <source>Adds the layers of sanitation (anc), of permits (ads), of the cadastre and of planning in force (urba) of the shared store to the project, with their style, their forms and the relations that these show: under an installation its controls, under a permit its consultations. They hold nobody&apos;s name. Cadastre and planning are read only. The cadastre has two styles: plan, and orthophoto to be laid over a photograph; the menu of styles of each layer switches between them.</source>
        <translation>Ajoute au projet les couches de l’assainissement (anc), du droit des sols (ads), du cadastre et de l’urbanisme en vigueur (urba) de la base commune, avec leur style, leurs formulaires et les relations qu’ils montrent : sous une installation ses contrôles, sous un dossier ses consultations. Elles ne contiennent le nom de personne. Le cadastre et l’urbanisme sont en lecture seule. Le cadastre a deux styles : plan, et orthophoto à poser sur une photographie ; le menu des styles de chaque couche passe de l’un à l’autre.</translation>
    </message>
    <message>
        <source>Style of the cadastre</source>
        <translation>Style du cadastre</translation>
    </message>
    <message>
        <source>Prepare the PostGIS store for several authorities</source>
        <translation>Préparer la base PostGIS pour plusieurs autorités</translation>
    </message>
    <message>
        <source>Authorities (CSV: siren;nom;compte;codes)</source>
        <translation>Autorités (CSV : siren;nom;compte;codes)</translation>
    </message>
    <message>
        <source>Accounts of the technicians, separated by commas</source>
        <translation>Comptes des techniciens, séparés par des virgules</translation>
    </message>
    <message>
        <source>Accounts of the members, separated by commas</source>
        <translation>Comptes des membres, séparés par des virgules</translation>
    </message>
    <message>
        <source>Beginning of the names of the groups</source>
        <translation>Début du nom des groupes</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groupes</translation>
    </message>
    <message>
        <source>Accounts that do not exist</source>
        <translation>Comptes qui n’existent pas</translation>
    </message>
    <message>
        <source>Targets (store, archive, service, catalogue, feed, official; separated by commas)</source>
        <translation>Cibles (store, archive, service, catalogue, feed, official ; séparées par des virgules)</translation>
    </message>
    <message>
        <source>Settings of the targets (JSON object or .json file; empty = those of the options)</source>
        <translation>Réglages des cibles (objet JSON ou fichier .json ; vide = ceux des options)</translation>
    </message>
    <message>
        <source>Only say what would be done</source>
        <translation>Dire seulement ce qui serait fait</translation>
    </message>
    <message>
        <source>Report: {}</source>
        <comment>JSON</comment>
        <translation>Rapport : {}</translation>
    </message>
    <message>
        <source>Version in the store</source>
        <translation>Version dans la base</translation>
    </message>
    <message>
        <source>Targets that failed</source>
        <translation>Cibles en échec</translation>
    </message>
    <message>
        <source>Publish a document</source>
        <translation>Publier un document</translation>
    </message>
    <message>
        <source>Validates a delivery with the official family, then publishes it: into the shared store first, in one transaction that keeps the former version, then to the other targets; what was published is read back and compared. An invalid delivery is refused unless a reason is given, which is kept. Called again, it writes nothing where nothing changed and finishes what was left. DRY_RUN says what would be done.</source>
        <translation>Contrôle une livraison avec la famille officielle, puis la publie : dans la base commune d’abord, en une seule transaction qui garde l’ancienne version, puis vers les autres cibles ; ce qui est publié est relu et comparé. Une livraison invalide est refusée, sauf raison donnée, qui est gardée. Appelé à nouveau, il n’écrit rien là où rien n’a changé et finit ce qui restait. DRY_RUN dit ce qui serait fait.</translation>
    </message>
    <message>
        <source>Or document of the store (IDURBA)</source>
        <translation>Ou document de la base (IDURBA)</translation>
    </message>
    <message>
        <source>Reason to publish an invalid delivery</source>
        <translation>Raison de publier une livraison invalide</translation>
    </message>
    <message>
        <source>Version that must be in the store (0 = none)</source>
        <translation>Version qui doit être dans la base (0 = aucune)</translation>
    </message>
    <message>
        <source>Publish a round</source>
        <translation>Publier un tour</translation>
    </message>
    <message>
        <source>Publishes the round of a procedure that was accepted. The delivery is given again: its files must be those of the round, its content that of the certificate, which the audit then names. The round becomes published and the one that it replaces, replaced. A round that nobody accepted is published only with a reason. Called again, it finishes what was left.</source>
        <translation>Publie le tour accepté d’une procédure. La livraison est redonnée : ses fichiers doivent être ceux du tour, son contenu celui du certificat, que le journal nomme alors. Le tour devient publié et celui qu’il remplace, remplacé. Un tour que personne n’a accepté n’est publié qu’avec un motif. Appelé à nouveau, il finit ce qui restait.</translation>
    </message>
    <message>
        <source>Round (0 = the accepted one)</source>
        <translation>Tour (0 = celui qui est accepté)</translation>
    </message>
    <message>
        <source>Reason to publish a round that nobody accepted</source>
        <translation>Motif pour publier un tour que personne n’a accepté</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Tour</translation>
    </message>
    <message>
        <source>Receive a round</source>
        <translation>Recevoir un tour</translation>
    </message>
    <message>
        <source>Receives a delivery as the next round of a procedure: its files are fingerprinted, it is checked, and all that was found is kept in the shared store, whole or not at all. The delivery is never written into.</source>
        <translation>Reçoit une livraison comme tour suivant d'une procédure : l'empreinte de ses fichiers est prise, elle est contrôlée, et tout ce qui est constaté est gardé dans la base commune, en entier ou pas du tout. Rien n'est jamais écrit dans la livraison.</translation>
    </message>
    <message>
        <source>Standard (empty = that of the procedure, else detected)</source>
        <translation>Standard (vide = celui de la procédure, sinon détecté)</translation>
    </message>
    <message>
        <source>Hash of the manifest</source>
        <translation>Empreinte du manifeste</translation>
    </message>
    <message>
        <source>Restore a document</source>
        <translation>Restaurer un document</translation>
    </message>
    <message>
        <source>Publishes again, from the history and under a new number, a document that was withdrawn, replaced, or published wrongly. The document in force in its place is replaced by it, and goes into the history.</source>
        <translation>Publie à nouveau, depuis l’histoire et sous un nouveau numéro, un document retiré, remplacé ou publié par erreur. Le document en vigueur à sa place est remplacé et va dans l’histoire.</translation>
    </message>
    <message>
        <source>Document of the store (IDURBA)</source>
        <translation>Document de la base (IDURBA)</translation>
    </message>
    <message>
        <source>Version to bring back (0 = the last)</source>
        <translation>Version à remettre en vigueur (0 = la dernière)</translation>
    </message>
    <message>
        <source>Verify a certificate</source>
        <translation>Vérifier un certificat</translation>
    </message>
    <message>
        <source>Says of a certificate (JSON) whether it is unaltered and registered in the shared store, unaltered only, altered, or of another delivery than the one given. Without a store only the seal is verified.</source>
        <translation>Dit d'un certificat (JSON) s'il est intact et inscrit dans la base commune, intact seulement, modifié, ou d'une autre livraison que celle donnée. Sans base commune, seul le sceau est vérifié.</translation>
    </message>
    <message>
        <source>Withdraw a document</source>
        <translation>Retirer un document</translation>
    </message>
    <message>
        <source>Takes a document out of what is in force: cancelled by a court, or taken back. It stays whole in the history, from where it can be restored. The former document of the territory does not come back by itself: restore it. The reason is kept.</source>
        <translation>Sort un document de ce qui est en vigueur : annulé par un juge, ou repris. Il reste entier dans l’histoire, d’où il peut être restauré. Le document précédent du territoire ne revient pas tout seul : restaurez-le. La raison est gardée.</translation>
    </message>
    <message>
        <source>Write the metadata of a document</source>
        <translation>Écrire les métadonnées d'un document</translation>
    </message>
    <message>
        <source>Writes the ISO 19139 sheet that the Géoportail de l'urbanisme asks for, from a delivery or from a document of the shared store. A sheet that exists is completed: what its author wrote stays, what is missing is put in, and each change is said. Values given in METADATA (JSON: mail, organisation, territory, denominator…) win over those derived from the document; the mail of the authority is never invented.</source>
        <translation>Écrit la fiche ISO 19139 que demande le Géoportail de l'urbanisme, d'après une livraison ou un document de la base commune. Une fiche qui existe est complétée : ce que son auteur a écrit reste, ce qui manque y est mis, et chaque changement est dit. Les valeurs données dans METADATA (JSON : mail, organisation, territory, denominator…) l'emportent sur celles que l'on déduit du document ; l'adresse électronique de l'autorité n'est jamais inventée.</translation>
    </message>
    <message>
        <source>Or a document of the shared store (IDURBA)</source>
        <translation>Ou un document de la base commune (IDURBA)</translation>
    </message>
    <message>
        <source>Values (JSON object or path of a .json file)</source>
        <translation>Valeurs (objet JSON ou chemin d'un fichier .json)</translation>
    </message>
    <message>
        <source>Sheet to complete (empty = that of the delivery)</source>
        <translation>Fiche à compléter (vide = celle de la livraison)</translation>
    </message>
    <message>
        <source>Write it anew, without the sheet of the delivery</source>
        <translation>L'écrire de nouveau, sans la fiche de la livraison</translation>
    </message>
    <message>
        <source>Metadata (*.xml)</source>
        <translation>Métadonnées (*.xml)</translation>
    </message>
    <message>
        <source>What was put in</source>
        <translation>Ce qui a été mis dans la fiche</translation>
    </message>
    <message>
        <source>What the Géoportail would still say</source>
        <translation>Ce que le Géoportail dirait encore</translation>
    </message>
    <message>
        <source>Reason of the decision</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>See the plan</source>
        <translation>Prévisualiser</translation>
    </message>
    <message>
        <source>Settings of the targets</source>
        <translation>Réglages des cibles</translation>
    </message>
    <message>
        <source>Targets…</source>
        <translation>Cibles…</translation>
    </message>
    <message>
        <source>Choose the file (JSON) that says where else to publish: no password in it</source>
        <translation>Choisir le fichier (JSON) qui dit où publier aussi : sans mot de passe</translation>
    </message>
    <message>
        <source>Table of the details</source>
        <translation>Table des détails</translation>
    </message>
    <message>
        <source>For the administrator of the database, with the account that owns it. Brings the tables up to date, makes the groups of readers, writers, technicians and officers of the DDT, and gives them their rights: a member reads what is in force, an authority writes the documents of its own codes, a technician all, an officer decides on the rounds; nobody changes the history nor the audit. Accounts are made by the administrator of the server, and named here. Run it again after an update of the plugin.</source>
        <translation>Pour l'administrateur de la base, avec le compte qui la possède. Met les tables à jour, fait les groupes de lecteurs, de rédacteurs, de techniciens et d'agents de la DDT, et leur donne leurs droits : un membre lit ce qui est en vigueur, une autorité écrit les documents de ses codes, un technicien tout, un agent de la DDT décide des tours ; personne ne modifie l'histoire ni le journal. Les comptes sont créés par l'administrateur du serveur, et nommés ici. À relancer après une mise à jour de l'extension.</translation>
    </message>
    <message>
        <source>Accounts of the officers of the DDT, separated by commas</source>
        <translation>Comptes des agents de la DDT, séparés par des virgules</translation>
    </message>
    <message>
        <source>import_report</source>
        <translation>rapport_import</translation>
    </message>
</context>
</TS>
