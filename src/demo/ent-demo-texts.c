/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences of the invented centre: everyday, neutral, about nobody. Any thread. */

#include "ent-demo-texts.h"

static const char *const notes[] = {
  "Premier entretien. Situation expliquée, liste des documents à apporter remise.",
  "Documents reçus : composition de ménage et extraits de compte. Il manque le contrat de bail.",
  "Passage à la permanence pour une question sur la facture d'énergie. Plan de paiement proposé.",
  "Visite à domicile faite comme convenu. Logement en ordre, chauffage à vérifier.",
  "Appel téléphonique : rendez-vous déplacé à la semaine prochaine.",
  "Absence au rendez-vous. Message laissé, nouvelle date proposée.",
  "Contrat de bail apporté. Le dossier est complet.",
  "Demande de renseignements sur les repas à domicile. Brochure remise.",
  "Aide pour remplir le formulaire d'allocations familiales.",
  "Inscription au cours de français confirmée pour la prochaine session.",
  "Entretien avec le service d'insertion : projet de formation discuté.",
  "La situation n'a pas changé depuis le dernier entretien.",
  "Demande d'une attestation pour l'école. Remise en main propre.",
  "Changement d'adresse annoncé. Nouveau contrat de bail attendu.",
  "Contact pris avec la mutualité : le dossier y est en règle.",
  "Recherche d'un logement plus petit. Liste des agences sociales remise.",
  "Mise à l'emploi à partir du mois prochain. Calcul à revoir à la première fiche de paie.",
  "Souhaite être appelé l'après-midi, jamais avant midi.",
  "Bilan annuel fait ensemble. Objectifs atteints en grande partie.",
  "Orientation vers l'épicerie sociale, carte établie pour trois mois.",
};

static const char *const dogs[] = {
  "Chien dans la cour : sonner et attendre au portail.",
  "Deux chiens, gentils mais bruyants. Prévenir avant de venir.",
};
static const char *const aggressions[] = {
  "Entretien tendu la dernière fois : recevoir à deux.",
  "A haussé le ton au guichet. Proposer un rendez-vous dans un bureau calme.",
};
static const char *const healths[] = {
  "Se déplace en chaise roulante : prévoir le bureau du rez-de-chaussée.",
  "Entend mal : parler face à la personne et sans hâte.",
};
static const char *const accesses[] = {
  "La sonnette ne fonctionne pas : téléphoner en arrivant.",
  "Entrée par la ruelle derrière le bâtiment.",
  "Clé chez la voisine du premier étage.",
};
static const char *const others[] = {
  "Ne pas laisser de message à un autre membre du ménage.",
  "Courrier à envoyer uniquement sous pli fermé.",
};

#define DRAW(list) (list)[ent_demo_between (demo, 0, (int) G_N_ELEMENTS (list) - 1)]

const char *
ent_demo_texts_note (EntDemo *demo)
{
  return DRAW (notes);
}

const char *
ent_demo_texts_alert (EntDemo *demo, EntAlertKind kind)
{
  switch (kind)
    {
    case ENT_ALERT_DOG:
      return DRAW (dogs);
    case ENT_ALERT_AGGRESSION:
      return DRAW (aggressions);
    case ENT_ALERT_HEALTH:
      return DRAW (healths);
    case ENT_ALERT_ACCESS:
      return DRAW (accesses);
    case ENT_ALERT_OTHER:
    default:
      return DRAW (others);
    }
}
