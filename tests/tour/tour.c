/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-driver.h"
#include <locale.h>
int main(int argc,char**argv){
  setlocale(LC_ALL,"");
  g_test_init(&argc,&argv,NULL);
  { const char*a[]={"adwaita-1-demo",NULL};
  EntDriver*d=ent_driver_start(a);
  EntNode *n;
  g_message("1");
  ent_driver_click(d,ent_driver_find(d,ATSPI_ROLE_BUTTON,"Main Menu"));
  ent_driver_click(d,ent_driver_find(d,ATSPI_ROLE_MENU_ITEM,"Preferences"));
  ent_driver_find(d,ATSPI_ROLE_DIALOG,"*");
  ent_driver_screenshot(d,"prefs");
  ent_driver_dump(d);
  ent_driver_press(d,"Escape");
  ent_driver_wait_gone(d,ATSPI_ROLE_DIALOG,"*");
  g_message("2");
  ent_driver_click(d,ent_driver_find(d,ATSPI_ROLE_LIST_ITEM,"Clamp"));
  ent_driver_click(d,ent_driver_find(d,ATSPI_ROLE_LIST_ITEM,"Wrap Box"));
  ent_driver_click(d,ent_driver_find(d,ATSPI_ROLE_LIST_ITEM,"Lists"));
  g_message("3");
  n=ent_driver_find(d,ATSPI_ROLE_TEXT,"Entry Row");
  ent_driver_screenshot(d,"lists");
  ent_driver_dump(d);
  ent_driver_type(d,n,"Élodie Œuvrée, ça «va» 12€ @#!?");
  ent_driver_wait_text(d,n,"Élodie Œuvrée, ça «va» 12€ @#!?");ent_driver_retype(d,n,"ñandú Łódź");
  ent_driver_screenshot(d,"typed");
  ent_driver_dump(d);
  ent_driver_resize(d,360,640);
  ent_driver_screenshot(d,"narrow");
  ent_driver_resize(d,1000,800);
  ent_driver_quit(d);
  }
  return 0;}
