/** Words that need no spelling on the telephone: everyday French, without accents, chosen to have no homophones. */
export const PASSWORD_WORDS = (
  "Abricot Agrafe Algue Ancre Ardoise Armoire Avoine Balcon Bambou Banane Barque Bateau Beignet Biscuit Bocal Bonnet " +
  "Bougie Boussole Bouton Brique Brume Buffet Cabane Cactus Cadran Caillou Calepin Canapé Carafe Carnet Carotte " +
  "Castor Cerise Chalet Chardon Charrue Chaton Chemin Cheval Cigale Cinéma Citron Clairon Clocher Cobalt Colline " +
  "Compas Copeau Coquille Corbeau Couloir Crayon Cuivre Cyclone Dauphin Dentelle Digue Domino Dragon Ecluse Ecorce " +
  "Ecureuil Ecusson Enclume Epinard Etable Fanfare Farine Faucon Fenouil Feuille Ficelle Flacon Flamme Flocon " +
  "Fontaine Fourmi Framboise Frelon Fusain Galet Gamelle Garage Gazelle Girafe Givre Glacier Gondole Goudron " +
  "Graine Grelot Grenier Grillon Guitare Hamac Hameau Haricot Herisson Hibou Horloge Iguane Ivoire Jardin Jasmin " +
  "Jonquille Jumelle Kayak Kimono Lacet Lagune Lanterne Lavande Levier Licorne Lierre Limace Litchi Loupe Loutre " +
  "Lucarne Lundi Macaron Magnolia Mandarine Manteau Marmite Marron Melon Menthe Mercure Merisier Meule Mimosa " +
  "Miroir Moineau Montagne Moulin Mouton Muguet Muraille Myrtille Navette Navire Noisette Nuage Octobre Olive " +
  "Orage Orange Orchestre Otarie Ourson Palmier Panier Papaye Parasol Parapluie Patate Pavot Pelican Pendule " +
  "Perdrix Persil Piano Pigeon Pinceau Pistache Planche Platane Plume Poireau Poivre Pommier Poterie Poulie " +
  "Prairie Prune Puzzle Pyjama Quiche Radeau Raisin Rameau Renard Riviere Robot Rocher Roseau Ruban Sabot Safran " +
  "Salade Sardine Saumon Sentier Serrure Sillage Soleil Sorbet Souris Tabouret Tambour Tapis Tartine Theiere Tigre " +
  "Tilleul Timbre Toboggan Tomate Tonneau Toupie Tracteur Trefle Trombone Tulipe Tunnel Turbine Usine Valise Vapeur " +
  "Velours Verger Vinaigre Violon Virgule Volcan Wagon Xylophone Yaourt Zebre"
)
  .normalize("NFD")
  .replace(/\p{M}/gu, "")
  .split(" ");
