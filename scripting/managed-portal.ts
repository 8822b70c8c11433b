import { type ManagingCall, manage, managedList } from "./automation.ts";
import type { Portal } from "./call.ts";

export interface Harvester {
  uid: string;
  name: string;
  type: string;
  status: string;
  has_error: boolean;
  resource_errors_count: number;
  last_started_at: string | null;
  last_success_at: string | null;
}

/** Why a harvester has failed: as a whole, or with some of the remote datasets. */
export interface HarvesterErrors {
  harvester?: string | null;
  resources?: { [remote_dataset: string]: string } | null;
}

export function harvesters(portal: Portal): Harvester[] {
  return managedList(portal, { path: "/harvesters/", about: "the harvesters", permission: "edit_domain" });
}

export function harvesterErrors(portal: Portal, uid: string): HarvesterErrors {
  return manage(portal, callForHarvester(uid, "errors/"));
}

export function startHarvester(portal: Portal, uid: string): Partial<Harvester> {
  return manage(portal, { ...callForHarvester(uid, "start/"), method: "POST" });
}

function callForHarvester(uid: string, below: string): ManagingCall {
  return {
    path: `/harvesters/${encodeURIComponent(uid)}/${below}`,
    about: `the harvester ${uid}`,
    permission: "edit_domain",
    narrow: "Name one harvester.",
  };
}

export interface User {
  username: string;
  email: string;
  first_name?: string;
  last_name?: string;
}

export interface UserGroup {
  uid: string;
  title: string;
}

export function userGroups(portal: Portal): UserGroup[] {
  return managedList(portal, { path: "/groups/", about: "the groups", permission: "edit_domain" });
}

export function addToGroup(portal: Portal, group: string, username: string): Partial<User> {
  return manage(portal, {
    method: "POST",
    path: `/groups/${encodeURIComponent(group)}/users/`,
    body: { username },
    about: `the group "${group}"`,
    permission: "edit_domain",
  });
}

/** The result of one invitation. */
export interface Invitation {
  data?: User;
  error?: unknown;
}

export function inviteUser(portal: Portal, user: object): Partial<Invitation> {
  const answers = manage<{ [index: string]: Invitation | undefined }>(portal, {
    method: "POST",
    path: "/users/invite/",
    body: [user],
    about: "the users",
    permission: "edit_domain",
  });
  return answers["0"] || {};
}

export interface MetadataTemplate {
  name: string;
  title: string;
  is_active: boolean;
  schema?: TemplateField[] | null;
}

export interface TemplateField {
  name: string;
  type?: string;
  label?: string | null;
  help_text?: string | null;
  is_hidden?: boolean;
  choices?: string[] | null;
}

export function metadataTemplates(portal: Portal): MetadataTemplate[] {
  const about = "the metadata templates";
  return managedList(portal, { path: "/metadata/templates/", about, permission: "edit_dataset" });
}

/** A kind of file that a portal can read. */
export interface Extractor {
  type: string;
  label: string;
}

export function extractors(portal: Portal): Extractor[] {
  const about = "the kinds of files";
  return manage(portal, { path: "/extractors/", about, permission: "edit_dataset", list: "[]" });
}
