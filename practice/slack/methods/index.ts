import type { Method } from '../method.ts';
import { chatDelete, chatGetPermalink, chatPostEphemeral, chatPostMessage, chatUpdate } from './chat.ts';
import {
  conversationsInfo,
  conversationsList,
  conversationsMembers,
  conversationsOpen,
  usersConversations,
} from './conversations.ts';
import { filesCompleteUploadExternal, filesDelete, filesGetUploadUrlExternal, filesInfo, filesList } from './files.ts';
import { conversationsHistory, conversationsReplies, reactionsAdd } from './history.ts';
import { userGroupsList, userGroupsUsersList, usersInfo, usersList } from './people.ts';
import { viewsOpen, viewsPublish, viewsPush, viewsUpdate } from './views.ts';
import { appsConnectionsOpen, authTest, teamInfo } from './workspace.ts';

/** Everything that this Slack answers; all else is `unknown_method`. */
export const METHODS: ReadonlyMap<string, Method> = new Map([
  ['apps.connections.open', appsConnectionsOpen],
  ['auth.test', authTest],
  ['chat.delete', chatDelete],
  ['chat.getPermalink', chatGetPermalink],
  ['chat.postEphemeral', chatPostEphemeral],
  ['chat.postMessage', chatPostMessage],
  ['chat.update', chatUpdate],
  ['conversations.history', conversationsHistory],
  ['conversations.info', conversationsInfo],
  ['conversations.list', conversationsList],
  ['conversations.members', conversationsMembers],
  ['conversations.open', conversationsOpen],
  ['conversations.replies', conversationsReplies],
  ['files.completeUploadExternal', filesCompleteUploadExternal],
  ['files.delete', filesDelete],
  ['files.getUploadURLExternal', filesGetUploadUrlExternal],
  ['files.info', filesInfo],
  ['files.list', filesList],
  ['reactions.add', reactionsAdd],
  ['team.info', teamInfo],
  ['usergroups.list', userGroupsList],
  ['usergroups.users.list', userGroupsUsersList],
  ['users.conversations', usersConversations],
  ['users.info', usersInfo],
  ['users.list', usersList],
  ['views.open', viewsOpen],
  ['views.publish', viewsPublish],
  ['views.push', viewsPush],
  ['views.update', viewsUpdate],
]);
