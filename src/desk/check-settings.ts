import { z } from 'zod';
import type { CHECKS } from './checks/warning.ts';

/** The longest public contact, and how many of them. */
const CONTACT_LENGTH = 80;
const MOST_CONTACTS = 30;

const on = z.boolean().default(true);

/** Which checks look at a text before it is sent; all unless switched off. */
export const checkSettings = z
  .strictObject({
    meanwhile: on,
    privateData: on,
    blame: on,
    brushOff: on,
    language: on,
    wornPhrase: on,
    nextStep: on,
    promiseTime: on,
  } satisfies Record<(typeof CHECKS)[number], typeof on>)
  .prefault({});

/** Phone numbers and e-mail addresses of our own, which may stand in a public text. */
export const publicContacts = z.array(z.string().trim().min(3).max(CONTACT_LENGTH)).max(MOST_CONTACTS).default([]);
