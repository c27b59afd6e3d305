/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The part of the PKCS#11 2.40 interface that finds certificates and logs in, under the names of
 * the standard. Constant data. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef unsigned long CK_ULONG;
typedef unsigned char CK_BYTE;

#define CKR_OK 0x00UL
#define CKR_FUNCTION_CANCELED 0x50UL
#define CKR_DEVICE_ERROR 0x30UL
#define CKR_DEVICE_REMOVED 0x32UL
#define CKR_PIN_INCORRECT 0xA0UL
#define CKR_PIN_INVALID 0xA1UL
#define CKR_PIN_LEN_RANGE 0xA2UL
#define CKR_PIN_LOCKED 0xA4UL
#define CKR_TOKEN_NOT_PRESENT 0xE0UL
#define CKR_USER_ALREADY_LOGGED_IN 0x100UL
#define CKR_CRYPTOKI_ALREADY_INITIALIZED 0x191UL

#define CKF_OS_LOCKING_OK 0x02UL
#define CKF_LOGIN_REQUIRED 0x04UL
#define CKF_SERIAL_SESSION 0x04UL
#define CKF_PROTECTED_AUTHENTICATION_PATH 0x100UL
#define CKF_USER_PIN_COUNT_LOW 0x10000UL
#define CKF_USER_PIN_FINAL_TRY 0x20000UL
#define CKF_USER_PIN_LOCKED 0x40000UL

#define CKA_CLASS 0x00UL
#define CKA_VALUE 0x11UL
#define CKA_CERTIFICATE_TYPE 0x80UL
#define CKA_ID 0x102UL
#define CKO_CERTIFICATE 1UL
#define CKC_X_509 0UL
#define CKU_USER 1UL

typedef struct
{
  CK_BYTE major;
  CK_BYTE minor;
} CK_VERSION;

typedef struct
{
  char label[32]; /* padded with blanks, as all texts here */
  char manufacturerID[32];
  char model[16];
  char serialNumber[16];
  CK_ULONG flags;
  CK_ULONG ulMaxSessionCount;
  CK_ULONG ulSessionCount;
  CK_ULONG ulMaxRwSessionCount;
  CK_ULONG ulRwSessionCount;
  CK_ULONG ulMaxPinLen;
  CK_ULONG ulMinPinLen;
  CK_ULONG ulTotalPublicMemory;
  CK_ULONG ulFreePublicMemory;
  CK_ULONG ulTotalPrivateMemory;
  CK_ULONG ulFreePrivateMemory;
  CK_VERSION hardwareVersion;
  CK_VERSION firmwareVersion;
  char utcTime[16];
} CK_TOKEN_INFO;

typedef struct
{
  CK_ULONG type;
  void *pValue;
  CK_ULONG ulValueLen;
} CK_ATTRIBUTE;

typedef struct
{
  void *callbacks[4];
  CK_ULONG flags;
  void *pReserved;
} CK_C_INITIALIZE_ARGS;

/* The functions that are not called keep their place only. */
typedef struct
{
  CK_VERSION version;
  CK_ULONG (*C_Initialize) (void *args);
  void *not_called_1[3];
  CK_ULONG (*C_GetSlotList) (CK_BYTE present, CK_ULONG *slots, CK_ULONG *n_slots);
  void *not_called_2[1];
  CK_ULONG (*C_GetTokenInfo) (CK_ULONG slot, CK_TOKEN_INFO *info);
  void *not_called_3[5];
  CK_ULONG (*C_OpenSession)
  (CK_ULONG slot, CK_ULONG flags, void *data, void *notify, CK_ULONG *session);
  void *not_called_4[5];
  CK_ULONG (*C_Login) (CK_ULONG session, CK_ULONG user, CK_BYTE *pin, CK_ULONG length);
  void *not_called_5[5];
  CK_ULONG (*C_GetAttributeValue)
  (CK_ULONG session, CK_ULONG object, CK_ATTRIBUTE *template, CK_ULONG n);
  void *not_called_6[1];
  CK_ULONG (*C_FindObjectsInit) (CK_ULONG session, CK_ATTRIBUTE *template, CK_ULONG n);
  CK_ULONG (*C_FindObjects)
  (CK_ULONG session, CK_ULONG *objects, CK_ULONG max, CK_ULONG *n_objects);
  CK_ULONG (*C_FindObjectsFinal) (CK_ULONG session);
} CK_FUNCTION_LIST;

G_END_DECLS
