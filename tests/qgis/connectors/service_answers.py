"""Answers of services, small and complete, as servers write them."""

from __future__ import annotations

WMS = b"""<?xml version="1.0" encoding="UTF-8"?>
<WMS_Capabilities xmlns="http://www.opengis.net/wms" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.3.0">
 <Service><Name>WMS</Name><Title>Cartes</Title></Service>
 <Capability><Request><GetMap><Format>image/png</Format><Format>image/jpeg</Format>
  <DCPType><HTTP><Get><OnlineResource xlink:href="http://127.0.0.1/"/></Get></HTTP></DCPType></GetMap></Request>
  <Layer><Title>Racine</Title><CRS>EPSG:3857</CRS><CRS>EPSG:2154</CRS>
   <Layer><Name>zone</Name><Title>Zonage \xc3\xa9crit</Title><Abstract>Les zones</Abstract>
    <Style><Name>gris</Name><Title>Gris</Title></Style></Layer>
   <Layer><Name>info</Name><Title>Informations</Title></Layer></Layer></Capability>
</WMS_Capabilities>"""

WMTS = b"""<?xml version="1.0" encoding="UTF-8"?>
<Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1" version="1.0.0">
 <ows:ServiceIdentification><ows:Title>Tuiles</ows:Title><ows:ServiceType>OGC WMTS</ows:ServiceType>
 </ows:ServiceIdentification>
 <Contents>
  <Layer><ows:Title>Plan</ows:Title><ows:Identifier>PLAN</ows:Identifier>
   <Style><ows:Identifier>gris</ows:Identifier></Style>
   <Style isDefault="true"><ows:Identifier>normal</ows:Identifier></Style>
   <Format>image/jpeg</Format>
   <TileMatrixSetLink><TileMatrixSet>PM</TileMatrixSet></TileMatrixSetLink>
   <TileMatrixSetLink><TileMatrixSet>2154_10cm</TileMatrixSet></TileMatrixSetLink></Layer>
  <TileMatrixSet><ows:Identifier>PM</ows:Identifier><ows:SupportedCRS>EPSG:3857</ows:SupportedCRS></TileMatrixSet>
  <TileMatrixSet><ows:Identifier>2154_10cm</ows:Identifier>
   <ows:SupportedCRS>urn:ogc:def:crs:EPSG::2154</ows:SupportedCRS></TileMatrixSet>
 </Contents>
</Capabilities>"""

WFS = b"""<?xml version="1.0" encoding="UTF-8"?>
<wfs:WFS_Capabilities xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:ows="http://www.opengis.net/ows/1.1"
 version="2.0.0"><ows:ServiceIdentification><ows:Title>Objets</ows:Title><ows:ServiceType>WFS</ows:ServiceType>
 </ows:ServiceIdentification>
 <ows:OperationsMetadata><ows:Operation name="GetFeature"><ows:DCP><ows:HTTP/></ows:DCP>
  <ows:Parameter name="outputFormat"><ows:AllowedValues><ows:Value>application/gml+xml; version=3.2</ows:Value>
  <ows:Value>application/json; subtype=geojson</ows:Value></ows:AllowedValues></ows:Parameter></ows:Operation>
 </ows:OperationsMetadata>
 <wfs:FeatureTypeList><wfs:FeatureType><wfs:Name>du:zone</wfs:Name><wfs:Title>Zones</wfs:Title>
  <wfs:DefaultCRS>urn:ogc:def:crs:EPSG::2154</wfs:DefaultCRS><wfs:OtherCRS>EPSG:4326</wfs:OtherCRS>
 </wfs:FeatureType></wfs:FeatureTypeList></wfs:WFS_Capabilities>"""

EXCEPTION = b"""<?xml version="1.0"?><ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1" version="2.0.0">
<ows:Exception exceptionCode="X"><ows:ExceptionText>Type inconnu : zone</ows:ExceptionText></ows:Exception>
</ows:ExceptionReport>"""

PAGE = (
    b"""<!-- portail --><!DOCTYPE html><html><head><title>Connexion</title></head><body>Identifiez-vous</body></html>"""
)

COLLECTIONS = b"""{"title": "Donn\\u00e9es", "collections": [{"id": "zone", "title": "Zones",
 "crs": ["http://www.opengis.net/def/crs/OGC/1.3/CRS84", "http://www.opengis.net/def/crs/EPSG/0/2154"]}]}"""

RECORDS = b"""<?xml version="1.0"?><csw:GetRecordsResponse xmlns:csw="http://www.opengis.net/cat/csw/2.0.2"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dct="http://purl.org/dc/terms/">
 <csw:SearchResults numberOfRecordsMatched="1" numberOfRecordsReturned="1">
  <csw:Record><dc:identifier>fr-1</dc:identifier><dc:title>PLU de Millau</dc:title><dct:abstract>Zonage</dct:abstract>
   <dc:URI protocol="WWW:LINK">https://example.org/plu.pdf</dc:URI>
   <dc:URI protocol="OGC:WMS-1.3.0" name="zone">https://example.org/wms?SERVICE=WMS</dc:URI></csw:Record>
 </csw:SearchResults></csw:GetRecordsResponse>"""
