import type { DomainSource } from "../../topic-source.ts";
import { cooking, fitness } from "./body-and-kitchen.ts";
import { business, money } from "./business-and-money.ts";
import { dataAnalysis, systems } from "./data-and-systems.ts";
import { shopping, techSupport } from "./tech-and-shopping.ts";
import { languages, marketing } from "./language-and-marketing.ts";
import { health, law } from "./law-and-health.ts";
import { creative, entertainment } from "./leisure.ts";
import { everydayLife, safety } from "./life-and-safety.ts";
import { pets, relationships } from "./people-and-pets.ts";
import { programming, webDevelopment } from "./programming.ts";
import { education, science } from "./school-and-science.ts";
import { home, travel } from "./travel-and-home.ts";
import { career, workplace } from "./work-and-people.ts";
import { editing, writing } from "./writing.ts";

/** All domains in English, the language in which every topic is written. */
export const englishDomains: readonly DomainSource[] = [
  programming,
  webDevelopment,
  dataAnalysis,
  systems,
  writing,
  editing,
  languages,
  marketing,
  business,
  money,
  law,
  health,
  fitness,
  cooking,
  travel,
  home,
  education,
  science,
  career,
  workplace,
  relationships,
  pets,
  entertainment,
  creative,
  techSupport,
  shopping,
  everydayLife,
  safety,
];
